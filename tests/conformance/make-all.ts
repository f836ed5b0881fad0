import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tests as specification } from 'commonmark-spec'
import fc from 'fast-check'
import { readMarkdown } from '../../src/readers/markdown/index.js'
import { corpus } from '../support/corpus.js'
import { calm, publishable, randomArticle } from '../support/random-article.js'
import { formats, renderAll } from '../support/render-all.js'
import { folder, listFile, type Made } from './made.js'

const randomArticles = 200

/** Makes everything once, before the judges come: vitest calls this. */
export default async function makeAll(): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  for (const format of formats) mkdirSync(join(folder, format), { recursive: true })
  const made: Made[] = []
  const failures: string[] = []
  for await (const { group, name, article, base, template } of articles()) {
    try {
      const outputs = await renderAll(article, base, template)
      for (const format of formats) writeFileSync(join(folder, format, `${name}.${format}`), outputs[format])
      made.push({ group, name, article })
    } catch (error) {
      failures.push(`${name}: ${error}`)
    }
  }
  writeFileSync(listFile, JSON.stringify({ made, failures }))
}

interface Wish extends Made {
  base?: string
  template?: string
}

async function* articles(): AsyncGenerator<Wish> {
  for (const { name, path, text } of corpus()) {
    const { article: read } = await readMarkdown(text, { path })
    const group = name.startsWith('examples/') ? 'examples' : 'fixtures'
    const stem = name.replace(/\/input\.md$|\.md$/, '').replaceAll('/', '-')
    // Some fixtures show what is refused.
    if (!read) continue
    const article = publishable(read)
    for (const template of ['briefing', 'wire', 'feature'])
      yield { group, name: `${stem}-${template}`, article, base: path, template }
  }
  for (const { number, markdown } of specification) {
    const { article } = await readMarkdown(`---\ntitle: Example ${number}\n---\n\n${markdown.replaceAll('→', '\t')}`)
    if (!article) throw new Error(`example ${number} of the specification was refused`)
    yield { group: 'specification', name: `specification-${number}`, article }
  }
  for (const [index, article] of fc.sample(randomArticle(calm), { seed: 200, numRuns: randomArticles }).entries())
    yield { group: 'random', name: `random-${index}`, article: publishable(article) }
}
