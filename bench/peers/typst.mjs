/** Typst on markup made before: `node typst.mjs <folder> <report.typ> <out.pdf>`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const [folder, file, out] = process.argv.slice(2)
const compiler = NodeCompiler.create({ workspace: folder })
writeFileSync(out, compiler.pdf({ mainFileContent: readFileSync(file, 'utf8') }))
