import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { transform } from 'esbuild'

const require = createRequire(import.meta.url)

/**
 * An esbuild plugin that packs hyphenation patterns as the program walks them: as an object of objects German alone takes
 * seventy milliseconds of each document to load.
 */
export function packedPatterns(root) {
  const packed = new Map()
  const pack = async file => {
    const source = await readFile(path.join(root, 'src', 'renderers', 'pdf', 'text', 'packed-patterns.ts'), 'utf8')
    const { code } = await transform(source, { loader: 'ts', format: 'esm' })
    const { packPatterns } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
    return `export default ${JSON.stringify(packPatterns(require(file)))}`
  }
  return {
    name: 'packed-patterns',
    setup(build) {
      build.onLoad({ filter: /[/\\]hyphen[/\\]patterns[/\\][\w-]+\.js$/ }, async ({ path: file }) => {
        if (!packed.has(file)) packed.set(file, pack(file))
        return { contents: await packed.get(file) }
      })
    },
  }
}
