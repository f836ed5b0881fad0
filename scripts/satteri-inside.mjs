import { readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * An esbuild plugin that bundles the JavaScript of satteri, two dozen files of which only some are needed. Its native part
 * stays where it is installed, and is found from there: each system has its own.
 */
export function satteriInside(root) {
  return {
    name: 'satteri-inside',
    setup(building) {
      const dist = path.join(root, 'node_modules', 'satteri', 'dist')
      building.onResolve({ filter: /^satteri$/ }, () => ({
        path: path.join(dist, 'index.js'),
        sideEffects: false,
      }))
      building.onResolve({ filter: /binding\.js$|^#binding$/ }, ({ importer }) =>
        importer.includes('satteri') ? { path: 'binding', namespace: 'satteri' } : undefined,
      )
      building.onLoad({ filter: /.*/, namespace: 'satteri' }, async () => ({
        contents: await bindingModule(path.join(dist, 'binding.js')),
      }))
    },
  }
}

/** Returns a module with the names of satteri's own, drawn from the native part where the package lies. */
async function bindingModule(file) {
  const [, names] = /export \{([^}]*)\}/.exec(await readFile(file, 'utf8'))
  return (
    // Required and not imported: its loader is CommonJS, which `import` would have to look through for names.
    "import { createRequire } from 'node:module'\n" +
    "const native = createRequire(import.meta.resolve('satteri'))('../index.js')\n" +
    `export const {${names}} = native\n`
  )
}
