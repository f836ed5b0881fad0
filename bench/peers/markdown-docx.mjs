/** Markdown to Word by markdown-docx: `node markdown-docx.mjs <report.md> <out.docx>`; pictures are read from its folder. */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import markdownDocx, { Packer } from 'markdown-docx'

const [file, out] = process.argv.slice(2)
const body = readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')
const imageAdapter = async ({ href }) => {
  const data = readFileSync(join(dirname(file), href))
  return { type: 'png', data, width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
}
writeFileSync(out, await Packer.toBuffer(await markdownDocx(body, { imageAdapter })))
