// Writes the JSON Schemas from the tables that they describe: the article, templates, the configuration.
// `--check` only compares, and fails where a file has drifted from its table.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const contents = `
  export { articleJsonSchema } from './src/article/json-schema.js'
  export { templateJsonSchema } from './src/templates/template-schema.js'
  export { configJsonSchema } from './src/export/config-schema.js'
`

/** Runs the tables as they stand in the sources. */
async function tables() {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'warning',
  })
  const file = path.join(root, `.schema-${process.pid}.tmp.mjs`)
  try {
    await writeFile(file, outputFiles[0].contents)
    return await import(pathToFileURL(file).href)
  } finally {
    await rm(file, { force: true })
  }
}

const { articleJsonSchema, templateJsonSchema, configJsonSchema } = await tables()
const schemas = {
  'article.schema.json': articleJsonSchema(),
  'template.schema.json': templateJsonSchema(),
  'config.schema.json': configJsonSchema(),
}
await mkdir(path.join(root, 'schema'), { recursive: true })
for (const [name, schema] of Object.entries(schemas)) {
  const file = path.join(root, 'schema', name)
  const text = `${JSON.stringify(schema, undefined, 2)}\n`
  const before = await readFile(file, 'utf8').catch(() => '')
  if (before === text) continue
  if (process.argv.includes('--check')) {
    process.stderr.write(`schema/${name} differs from its table: run \`npm run schema\`\n`)
    process.exitCode = 1
  } else await writeFile(file, text)
}
