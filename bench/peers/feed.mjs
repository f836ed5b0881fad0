/** A feed of a folder of Markdown stories by feed and satteri: `node feed.mjs <folder> <out.xml>`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Feed } from 'feed'
import { markdownToHtml } from 'satteri'
import { parse } from 'yaml'

const [folder, out] = process.argv.slice(2)
const feed = new Feed({ title: 'Example', id: 'https://example.org/', link: 'https://example.org/', copyright: '' })
for (const name of readdirSync(folder).sort()) {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(folder, name), 'utf8'))
  const meta = parse(head)
  feed.addItem({
    title: meta.title,
    id: meta.url,
    link: meta.url,
    date: new Date(meta.published),
    author: [{ name: meta.author }],
    content: markdownToHtml(body).html,
  })
}
writeFileSync(out, feed.rss2())
