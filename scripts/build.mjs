// Builds dist/: the library and the command as ES modules in chunks, so that each format's dependencies load only when it is
// asked for, and the command once more as scripts, for Node 20; the shipped fonts, HarfBuzz and resvg; the licences of
// everything bundled. `--types` adds the declarations; `--apart` leaves chunks unmerged and every module under its name, for
// profiles; `--into` names another folder than dist/.
import { createHash } from 'node:crypto'
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, transform } from 'esbuild'
import { knownPairs } from './known-pairs.mjs'
import { thirdPartyLicences } from './licences.mjs'
import { mergeChunks } from './merge-chunks.mjs'
import { objectModelOnly } from './object-model-only.mjs'
import { packedPatterns } from './packed-patterns.mjs'
import { satteriInside } from './satteri-inside.mjs'
import { emitTypes } from './types.mjs'
import { writeScripts } from './write-scripts.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const apart = process.argv.includes('--apart')
const place = path.resolve(root, process.argv[process.argv.indexOf('--into') + 1 || -1] ?? 'dist')
/** Built beside, then put in place at once: who runs the program meanwhile finds a whole one. */
const dist = path.join(root, '.cache', `build-${process.pid}`)

/** Installed beside the program: it is optional. The native part of satteri is so too. */
const external = ['sharp']

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  splitting: true,
  outdir: dist,
  target: 'es2023',
  chunkNames: 'chunks/[name]-[hash]',
  // What is not read need not be compiled: every start pays for it. `--meta` keeps names, for reading a reported fault.
  minify: !apart && !process.argv.includes('--meta'),
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // A package that is imported for its types alone.
  logOverride: { 'ignored-bare-import': 'silent' },
  external,
  plugins: [objectModelOnly(root), packedPatterns(root)],
}

/**
 * CommonJS packages ask for Node's own modules by `require`, which a module does not have. They are given imports instead:
 * making a `require` in every chunk would cost more than most chunks do.
 */
const builtinModules = {
  name: 'builtin-modules',
  setup(building) {
    building.onResolve({ filter: /^[\w/:]+$/ }, ({ path: name, kind }) =>
      kind === 'require-call' && isBuiltin(name)
        ? { path: name.replace('node:', ''), namespace: 'builtin' }
        : undefined,
    )
    building.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path: name }) => ({
      contents: `export * from 'node:${name}'\nexport { default } from 'node:${name}'`,
    }))
  },
}

async function buildNode() {
  return build({
    ...common,
    entryPoints: ['src/index.ts', 'src/cli.ts'],
    platform: 'node',
    // What unpacks WOFF2 asks where it lies, and then looks for nothing there: its WebAssembly stands in its text.
    define: { __dirname: '""' },
    alias: {
      'string-width': path.join(root, 'scripts', 'string-width.mjs'),
      // Its build for Node begins by loading worker threads, of which nothing here makes use.
      fflate: path.join(root, 'node_modules', 'fflate', 'esm', 'browser.js'),
    },
    plugins: [...common.plugins, builtinModules, satteriInside(root)],
  })
}

/** Leaves the native parser out: what bundlers would find for it in a browser is not installed. The portable one steps in. */
const portableParser = {
  name: 'portable-parser',
  setup(building) {
    building.onLoad({ filter: /[/\\]parse-satteri\.ts$/ }, () => ({
      contents: 'export const loadSatteri = async () => undefined',
    }))
  },
}

/** The core knows no Node: bundled for the browser, so that a `node:` import in it fails the build. */
async function buildCore() {
  return build({
    ...common,
    entryPoints: ['src/core.ts'],
    platform: 'browser',
    plugins: [portableParser],
    // Of packages with several builds the one for workers, which asks for no document, runs in pages as well.
    conditions: ['worker'],
    chunkNames: 'chunks/core-[name]-[hash]',
  })
}

/** Returns the table of shipped fonts from its source, so that it stands in one place. */
async function shippedFonts() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/renderers/pdf/fonts/shipped.ts'],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'warning',
  })
  const file = path.join(dist, 'shipped.tmp.mjs')
  await writeFile(file, outputFiles[0].contents)
  const { shippedFonts: fonts } = await import(pathToFileURL(file).href)
  await rm(file)
  return fonts
}

async function copyFonts() {
  const fonts = await shippedFonts()
  await mkdir(path.join(dist, 'fonts'), { recursive: true })
  await Promise.all(
    fonts.map(font => copyFile(path.join(root, 'node_modules', font.source), path.join(dist, 'fonts', font.file))),
  )
  await writeFile(path.join(dist, 'fonts', 'pairs.bin'), await knownPairs(root))
  const owners = new Map()
  for (const font of fonts) owners.set(font.source.split('/').slice(0, 2).join('/'), font.family)
  const texts = await Promise.all(
    [...owners].map(async ([name, family]) => {
      const text = await readFile(path.join(root, 'node_modules', name, 'LICENSE_FONT'), 'utf8')
      return `${family}\n\n${text.trim()}\n`
    }),
  )
  await writeFile(path.join(dist, 'fonts', 'OFL.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`))
  return [...owners.keys()]
}

async function copyWasm() {
  await mkdir(path.join(dist, 'wasm'), { recursive: true })
  const from = path.join(root, 'node_modules', 'harfbuzzjs', 'dist')
  for (const file of ['harfbuzz.wasm', 'harfbuzz-subset.wasm'])
    await copyFile(path.join(from, file), path.join(dist, 'wasm', file))
  const drawings = path.join(root, 'node_modules', '@resvg', 'resvg-wasm', 'index_bg.wasm')
  await copyFile(drawings, path.join(dist, 'wasm', 'resvg.wasm'))
}

/**
 * Writes the command's start once more, as the script that `bin` names: to make ready for modules takes Node a seventh of
 * what `--version` costs, and a start with kept code loads none.
 */
async function writeCommand() {
  const { code } = await transform(await readFile(path.join(dist, 'cli.js'), 'utf8'), {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: Boolean(common.minify),
    define: { 'import.meta.dirname': '__dirname' },
  })
  await writeFile(path.join(dist, 'cli.cjs'), code)
  for (const file of ['cli.js', 'cli.cjs']) await chmod(path.join(dist, file), 0o755)
}

/** A digest of all that runs: what one build made, another of the same version may make otherwise (manifest). */
async function buildId() {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(path.relative(dist, file)).update(await readFile(file))
  return `${hash.digest('base64url').slice(0, 22)}\n`
}

async function putInPlace() {
  const old = `${dist}-old`
  await rename(place, old).catch(() => undefined)
  await rename(dist, place)
  await rm(old, { recursive: true, force: true })
}

await mkdir(dist, { recursive: true })
const [node, core, fontPackages] = await Promise.all([buildNode(), buildCore(), copyFonts(), copyWasm()])
const inputs = [...Object.keys(node.metafile.inputs), ...Object.keys(core.metafile.inputs)]
if (!apart) {
  await mergeChunks(dist, node.metafile, ['index', 'cli'], common.minify)
  if (common.minify) await writeScripts(dist, node.metafile)
}
await writeCommand()
const licences = await thirdPartyLicences(root, inputs, ['harfbuzzjs', ...fontPackages])
await writeFile(path.join(dist, 'THIRD-PARTY-LICENSES'), licences)
await writeFile(path.join(dist, 'build-id'), await buildId())
if (process.argv.includes('--meta')) await writeFile(path.join(dist, 'meta.json'), JSON.stringify(node.metafile))
if (process.argv.includes('--types')) await emitTypes(root, path.join(dist, 'types'))
await putInPlace()
