import { readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * An esbuild plugin that bundles the JavaScript of satteri, two dozen files of which only some are needed. Its native part
 * stays where it is installed: each system has its own.
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

/**
 * Returns a module with the names of satteri's own, drawn from the native part: from beside this program, where most
 * installations have it, if it is of the same version; else from where satteri lies, to find which takes Node several
 * milliseconds.
 */
async function bindingModule(file) {
  const [, names] = /export \{([^}]*)\}/.exec(await readFile(file, 'utf8'))
  const { version } = JSON.parse(await readFile(path.join(path.dirname(file), '..', 'package.json'), 'utf8'))
  return `
    import { createRequire } from 'node:module'
    export const {${names}} = ofSystem(${JSON.stringify(systems)}[process.platform + '-' + process.arch])

    function ofSystem(name) {
      const native = '@bruits/satteri-' + name
      const isFree = name && !process.env.NAPI_RS_NATIVE_LIBRARY_PATH
      try {
        const require = createRequire(import.meta.url)
        if (isFree && require(native + '/package.json').version === '${version}') return require(native)
      } catch {
        // It lies elsewhere.
      }
      const require = createRequire(import.meta.resolve('satteri'))
      try {
        if (isFree) return require(native)
      } catch {
        // Another C library, or nothing that fits: its own loader knows more.
      }
      return require('../index.js')
    }`
}

/**
 * The native part by system, of the most usual. satteri's own loader finds it too, as a module that is asked for by a script: a
 * twentieth of what a story costs went there.
 */
const systems = {
  'linux-x64': 'linux-x64-gnu',
  'linux-arm64': 'linux-arm64-gnu',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'win32-x64-msvc',
}
