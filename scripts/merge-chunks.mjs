import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { transform } from 'esbuild'
import { rolldown } from 'rolldown'

/**
 * Whatever is always loaded together is made one file, because a cold start pays for each file that it opens. Layers build
 * on each other: what one has, the next need not bring.
 */
const layers = {
  start: ['src/cli/run.ts'],
  command: [
    'src/cli/parse-arguments.ts',
    'src/cli/export-command.ts',
    'src/readers/markdown/index.ts',
    'src/readers/markdown/parse-satteri.ts',
  ],
  library: ['src/index.ts'],
}

/** What formats add. What several share is a file of its own; the formats for the web are small, and share nearly all. */
const formats = {
  pdf: ['src/renderers/pdf/index.ts'],
  docx: ['src/renderers/docx/index.ts'],
  web: ['src/renderers/rss/index.ts', 'src/renderers/jsonld/index.ts', 'src/renderers/html/index.ts'],
}

/**
 * Merges the chunks of a build in place: esbuild makes one for each set of entries that share code, dozens of which every
 * export loads. `metafile` is esbuild's; `entries` are the files that others load by name;
 * `minify` says whether names may be lost.
 */
export async function mergeChunks(dist, metafile, entries, minify) {
  const groups = chunkGroups(metafile)
  const old = await chunksOf(dist)
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map(name => [name, path.join(dist, `${name}.js`)])),
    external: id => !id.startsWith('.') && !path.isAbsolute(id),
    platform: 'node',
    treeshake: false,
    preserveEntrySignatures: 'allow-extension',
    logLevel: 'warn',
  })
  const { output } = await bundle.generate({
    format: 'es',
    minify,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ debugName: 'journeys', name: id => groups.get(path.basename(id)) ?? null }],
    },
  })
  await bundle.close()
  await Promise.all(old.map(file => rm(file)))
  await Promise.all(
    withoutFacades(output).map(async ({ fileName, code, isEntry }) =>
      writeFile(path.join(dist, fileName), await inAscii(isEntry ? withoutBareImports(code) : code, minify)),
    ),
  )
}

/** A chunk that hands on names of another and holds nothing: what is imported on demand, where it was merged. */
const facade = /^export\s*\{([^}]*)\}\s*from\s*["'`]\.\/([^"'`]+)["'`];?\s*$/

/** Returns chunks that import what they want from where it stands: a file more to find and open would cost a millisecond. */
function withoutFacades(chunks) {
  const targets = new Map()
  for (const { fileName, code } of chunks) {
    const [, names, target] = facade.exec(code) ?? []
    if (target)
      targets.set(path.basename(fileName), { target, names: names.split(',').map(each => each.trim().split(/ as /)) })
  }
  const direct = code =>
    code.replace(/import\(\s*["'`]([^"'`]*\/)([^"'`/]+)["'`]\s*\)/g, (whole, folder, file) => {
      const found = targets.get(file)
      if (!found) return whole
      const picked = found.names.map(([name, as = name]) => `${as}:m.${name}`).join(',')
      return `import("${folder}${found.target}").then(m=>({${picked}}))`
    })
  return chunks
    .filter(({ fileName }) => !targets.has(path.basename(fileName)))
    .map(chunk => ({ ...chunk, code: direct(chunk.code) }))
}

/** No chunk does anything by being loaded: an entry need not load what it names nothing of. */
function withoutBareImports(code) {
  return code.replace(/^import\s*["'`]\.\/chunks\/[^"'`]+["'`];?|(?<=;)import\s*["'`]\.\/chunks\/[^"'`]+["'`];/gm, '')
}

/** An engine keeps a text in half the room, and compiles it faster, where no character of it lies beyond Latin-1. */
async function inAscii(text, minify) {
  const { code } = await transform(text, { charset: 'ascii', minify })
  // Patterns are left as they were written.
  return code.replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

async function chunksOf(dist) {
  const folder = path.join(dist, 'chunks')
  const names = await readdir(folder)
  return names.filter(name => !name.startsWith('core-')).map(name => path.join(folder, name))
}

/** Returns the group of each chunk by its file name: its layer, else the formats that need it. */
function chunkGroups({ outputs }) {
  const byEntry = new Map(Object.entries(outputs).map(([file, { entryPoint }]) => [entryPoint, file]))
  const reached = entries =>
    closure(
      entries.map(entry => byEntry.get(entry)),
      outputs,
    )
  const groups = new Map()
  for (const [name, entries] of Object.entries(layers))
    for (const chunk of reached(entries)) if (!groups.has(chunk)) groups.set(chunk, [name])
  const layered = new Set(groups.keys())
  for (const [name, entries] of Object.entries(formats))
    for (const chunk of reached(entries))
      if (!layered.has(chunk)) groups.set(chunk, [...(groups.get(chunk) ?? []), name])
  return new Map([...groups].map(([chunk, names]) => [path.basename(chunk), names.join('-')]))
}

function closure(files, outputs) {
  const seen = new Set(files)
  for (const file of seen)
    for (const { path: to, kind, external } of outputs[file].imports)
      if (kind === 'import-statement' && !external) seen.add(to)
  return seen
}
