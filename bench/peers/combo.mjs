/**
 * The same job with what npm offers: one Node process that makes the outputs named on the command line.
 * `node combo.mjs <story.md> <folder> pdf,docx,rss,jsonld`. Each library is loaded only where it is asked for.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const [file, folder, formats] = process.argv.slice(2)
const source = readFileSync(file, 'utf8')
const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source)
const meta = parse(head)

const makers = { pdf, docx, rss, jsonld }
for (const format of formats.split(',')) {
  const made = await makers[format]()
  writeFileSync(join(folder, `combo.${format}`), made)
}

async function pdf() {
  const [{ NodeCompiler }, { toTypst }] = await Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    import('./to-typst.mjs'),
  ])
  return NodeCompiler.create().pdf({ mainFileContent: toTypst(source) })
}

async function docx() {
  const { default: markdownDocx, Packer } = await import('markdown-docx')
  return Packer.toBuffer(await markdownDocx(body))
}

async function rss() {
  const [{ Feed }, { markdownToHtml }] = await Promise.all([import('feed'), import('satteri')])
  const feed = new Feed({
    title: 'Example',
    id: 'https://example.org/',
    link: 'https://example.org/',
    copyright: '',
    updated: new Date(meta.published),
  })
  feed.addItem({
    title: meta.title,
    id: meta.url,
    link: meta.url,
    date: new Date(meta.published),
    author: [{ name: meta.author }],
    description: meta.subtitle,
    content: markdownToHtml(body).html,
  })
  return feed.rss2()
}

async function jsonld() {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: meta.title,
    author: [{ '@type': 'Person', name: meta.author }],
    datePublished: meta.published,
    articleBody: body,
  })
}
