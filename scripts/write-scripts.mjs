import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { transform } from 'esbuild'

/** In bytes. */
const LARGE = 100_000

/** How cli.js loads the command: the chunk, and the name there of what holds `run`. */
const start = /import\("\.\/chunks\/([^"]+)\.js"\)\.then\(\w+=>\w+\.(\w+)\)/

/**
 * Writes the chunks that the command may load once more, as scripts: Node 20 can keep compiled code of scripts between runs
 * and not of modules (src/cli/load-scripts.ts). A quarter of a story's time goes into compiling.
 */
export async function writeScripts(dist, metafile) {
  const folder = path.join(dist, 'scripts')
  await mkdir(folder)
  const [, first, holder] = start.exec(await readFile(path.join(dist, 'cli.js'), 'utf8')) ?? []
  if (!first) throw new Error('cli.js does not load the command as scripts/write-scripts.mjs expects')
  await writeFile(path.join(folder, 'run.cjs'), `exports.run=require("./${first}.cjs").${holder}.run\n`)
  const modules = await largePatterns(dist, metafile)
  const names = new Set([first])
  for (const name of names) {
    const code = await readFile(path.join(dist, 'chunks', `${name}.js`), 'utf8')
    await writeFile(path.join(folder, `${name}.cjs`), await asScript(code, modules, wanted => names.add(wanted)))
  }
}

/** Returns a chunk as a script; `wants` is told which others it asks for. */
async function asScript(text, modules, wants) {
  const scripted = text
    .replace(/import\("\.\/([^"]+)\.js"\)/g, (_, name) => {
      if (modules.has(name)) return `importModule("./chunks/${name}.js")`
      wants(name)
      return `Promise.resolve().then(()=>require("./${name}.cjs"))`
    })
    .replace(/(\b(?:from|import))"\.\/([^"]+)\.js"/g, (_, word, name) => {
      wants(name)
      return `${word}"./${name}.cjs"`
    })
    // A script that comes with its compiled code cannot import by itself: what loads it does so, from where that lies.
    .replace(/(?<![\w.])import\(/g, 'importModule(')
  const { code } = await transform(scripted, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'ascii',
    minify: true,
    // What a module knows of itself, a script is given.
    define: { 'import.meta.url': 'importMetaUrl', 'import.meta.resolve': 'importMetaResolve' },
  })
  return code
}

/** Returns the chunks that are large and hold a language's patterns alone: they run as modules here too, written once. */
async function largePatterns(dist, { outputs }) {
  const patterns = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint?.includes('/hyphen/patterns/'))
  const begins = patterns.map(([file]) => `${path.basename(file, '.js')}-`)
  const files = await readdir(path.join(dist, 'chunks'))
  const sizes = await Promise.all(files.map(async file => (await stat(path.join(dist, 'chunks', file))).size))
  const isLarge = (file, index) => sizes[index] > LARGE && begins.some(begin => file.startsWith(begin))
  return new Set(files.filter(isLarge).map(file => path.basename(file, '.js')))
}
