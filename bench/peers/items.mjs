/**
 * A feed of a folder of saved articles: `node items.mjs feed|feedsmith <folder> <out.xml>`. Both libraries take all items at
 * once and give back one string.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [library, folder, out] = process.argv.slice(2)
const items = readdirSync(folder)
  .sort()
  .map(name => {
    const { meta, children } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const content = children.map(block => `<p>${block.children[0].value}</p>`).join('')
    return { title: meta.title, link: meta.url, date: new Date(meta.published), author: meta.authors[0].name, content }
  })
const makers = { feed, feedsmith }
writeFileSync(out, await makers[library]())

async function feed() {
  const { Feed } = await import('feed')
  const made = new Feed({ title: 'Example', id: 'https://example.org/', link: 'https://example.org/', copyright: '' })
  for (const { author, ...item } of items) made.addItem({ ...item, id: item.link, author: [{ name: author }] })
  return made.rss2()
}

async function feedsmith() {
  const { generateRssFeed } = await import('feedsmith')
  return generateRssFeed({
    title: 'Example',
    link: 'https://example.org/',
    description: 'Example',
    items: items.map(({ title, link, date, author, content }) => ({
      title,
      link,
      guid: { value: link, isPermaLink: true },
      pubDate: date,
      dc: { creators: [author] },
      content: { encoded: content },
    })),
  })
}
