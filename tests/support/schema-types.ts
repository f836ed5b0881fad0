import { join } from 'node:path'
import ts from 'typescript'
import { root } from './corpus.js'

/**
 * Returns what the types of schema.org (schema-dts) say against JSON-LD documents. One program for all of them, since the
 * types alone take seconds to load.
 */
export function typeErrors(documents: readonly { name: string; json: string }[]): string[] {
  const file = join(root, 'tests', 'structured-data.ts')
  const lines = documents.map(
    ({ json }, index) => `export const document${index}: Graph = ${JSON.stringify(JSON.parse(json))}`,
  )
  const source = ["import type { Graph } from 'schema-dts'", ...lines].join('\n')
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2023) : getSourceFile.call(host, name, ...rest)
  host.fileExists = name => name === file || fileExists.call(host, name)
  host.readFile = name => (name === file ? source : readFile.call(host, name))
  const program = ts.createProgram([file], options, host)
  const own = program.getSourceFile(file)
  return ts.getPreEmitDiagnostics(program, own).map(diagnostic => {
    const line = own!.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line
    const name = documents[line - 1]?.name ?? 'all'
    return `${name}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n').slice(0, 600)}`
  })
}
