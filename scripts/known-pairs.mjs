import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
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
  const { packPairs, pairSources } = await runAs(code, path.join(root, '.cache'))
  const modules = path.join(root, 'node_modules')
  const wasm = await readFile(path.join(modules, 'harfbuzzjs', 'dist', 'harfbuzz.wasm'))
  const fonts = await Promise.all(pairSources.map(source => readFile(path.join(modules, source))))
  const hash = createHash('sha256')
  for (const part of [code, wasm, ...fonts]) hash.update(part)
  const kept = path.join(root, '.cache', `pairs-${hash.digest('hex').slice(0, 16)}.bin`)
  const known = await readFile(kept).catch(() => undefined)
  if (known) return known
  const table = await packPairs(wasm, fonts)
  await writeFile(`${kept}.${process.pid}`, table)
  await rename(`${kept}.${process.pid}`, kept)
  return table
}

async function runAs(code, folder) {
  const file = path.join(folder, `pack-pairs-${process.pid}.mjs`)
  await mkdir(folder, { recursive: true })
  await writeFile(file, code)
  try {
    return await import(pathToFileURL(file).href)
  } finally {
    await rm(file)
  }
}
