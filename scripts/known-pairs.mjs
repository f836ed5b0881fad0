import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

/**
 * Returns the table of what HarfBuzz says of pairs in the shipped text faces, as `known-pairs.ts` reads it. To ask takes
 * seconds: the answers are kept in `.cache/`, by all that they come from.
 */
export async function knownPairs(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/renderers/pdf/fonts/pack-pairs.ts'],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'warning',
  })
  const code = outputFiles[0].contents
  const { packPairs, pairSources } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
  const modules = path.join(root, 'node_modules')
  const wasm = await readFile(path.join(modules, 'harfbuzzjs', 'dist', 'harfbuzz.wasm'))
  const fonts = await Promise.all(pairSources.map(source => readFile(path.join(modules, source))))
  const hash = createHash('sha256')
  for (const part of [code, wasm, ...fonts]) hash.update(part)
  const kept = path.join(root, '.cache', `pairs-${hash.digest('hex').slice(0, 16)}.bin`)
  const known = await readFile(kept).catch(() => undefined)
  if (known) return known
  const table = await packPairs(wasm, fonts)
  await mkdir(path.dirname(kept), { recursive: true })
  await writeFile(`${kept}.${process.pid}`, table)
  await rename(`${kept}.${process.pid}`, kept)
  return table
}
