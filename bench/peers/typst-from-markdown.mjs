/** Markdown to PDF by Typst: `node typst-from-markdown.mjs <folder> <report.md> <out.pdf>`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { toTypst } from './to-typst.mjs'

const [folder, file, out] = process.argv.slice(2)
const compiler = NodeCompiler.create({ workspace: folder })
writeFileSync(out, compiler.pdf({ mainFileContent: toTypst(readFileSync(file, 'utf8')) }))
