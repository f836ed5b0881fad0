import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.js'
import { preflightFeed } from '../../src/preflight/feed/preflight-feed.js'
import { readMarkdown } from '../../src/readers/markdown/index.js'
import { atomRenderer } from '../../src/renderers/atom/index.js'
import { rssRenderer } from '../../src/renderers/rss/index.js'
import { mutated, mutations } from '../preflight/feed/mutations.js'
import { everyNode } from '../support/every-node.js'
import { hostileStories } from '../support/hostile-stories.js'
import { randomArticle, wild } from '../support/random-article.js'
import { textContext, textOf } from '../support/text-context.js'

/** The W3C feed validator's `src` folder (github.com/w3c/feedvalidator), which is not part of the project. Needs python3-html5lib. */
const validator = process.env.STANDFIRST_FEEDVALIDATOR ?? ''
const scratch = mkdtempSync(join(tmpdir(), 'standfirst-feeds-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const script = `
import sys, json
sys.path.insert(0, sys.argv[1])
import feedvalidator
from feedvalidator import compatibility
for line in sys.stdin:
    file, base = line.rstrip('\\n').split('\\t')
    found = feedvalidator.validateString(open(file, 'rb').read(), firstOccurrenceOnly=0, fallback='utf-8', base=base)
    print(json.dumps(sorted({type(event).__name__ for event in compatibility.AA(found['loggedEvents'])})))
`

/** Returns what the W3C validator finds in each feed, by its names: errors and warnings, as the web service shows them. */
function judged(feeds: readonly { xml: string; url: string }[]): string[][] {
  const lines = feeds.map(({ xml, url }, index) => {
    const file = join(scratch, `${index}.xml`)
    writeFileSync(file, xml)
    return `${file}\t${url}`
  })
  const { stdout, stderr } = spawnSync('python3', ['-c', script, validator], {
    input: lines.join('\n'),
    encoding: 'utf8',
  })
  const results = stdout.trim().split('\n')
  if (results.length !== feeds.length) throw new Error(`the validator stopped: ${stderr.slice(-600)}`)
  return results.map(line => JSON.parse(line) as string[])
}

const url = 'https://n.example/feed.xml'
const names = (xml: string) =>
  [...new Set(preflightFeed(xml, { url, now: new Date() }).map(({ rule }) => rule.replace('w3c/', '')))].sort()

if (existsSync(join(validator, 'feedvalidator'))) {
  it('agrees with our judge about every mutation', () => {
    // Python takes the year 0099 for 1999, and so finds another day of the week.
    const compared = mutations.filter(([name]) => name !== 'a date of the first century')
    const feeds = compared.map(mutation => ({ xml: mutated(mutation), url }))
    expect(judged(feeds)).toEqual(feeds.map(({ xml }) => names(xml)))
  })

  it('has nothing against feeds of random articles', async () => {
    const feeds: { xml: string; url: string }[] = []
    for (const article of [everyNode(), ...fc.sample(randomArticle(wild), { seed: 21, numRuns: 200 })])
      for (const renderer of [rssRenderer, atomRenderer]) {
        const own = `https://n.example/${renderer.extension}`
        const site = { url: 'https://n.example', title: 'N', feedUrl: url }
        const { context } = textContext(renderer, { site, now: new Date('2000-01-01') })
        const collection = { type: 'collection' as const, title: 'N', language: 'en', articles: [article] }
        feeds.push({ xml: await textOf(await renderer.render(collection, context)), url: own })
      }
    expect(judged(feeds).flat()).toEqual([])
  })

  it('has nothing against a feed of hostile stories', async () => {
    const articles: Article[] = []
    for (const { name, source } of hostileStories()) {
      const { article } = await readMarkdown(source, { path: `${name}.md`, site: 'https://n.example' })
      if (article) articles.push(article)
    }
    const feeds: { xml: string; url: string }[] = []
    for (const renderer of [rssRenderer, atomRenderer]) {
      const site = { url: 'https://n.example', title: 'N', feedUrl: url }
      const { context } = textContext(renderer, { site })
      const collection = { type: 'collection' as const, title: 'N', language: 'en', articles }
      const xml = await textOf(await renderer.render(collection, context))
      feeds.push({ xml, url: `https://n.example/${renderer.extension}` })
    }
    expect(articles.length).toBeGreaterThanOrEqual(40)
    expect(judged(feeds)).toEqual([[], []])
  })
} else {
  process.stdout.write(
    'The W3C feed validator is not there: its rules are tried by our own judge alone.\n' +
      'Clone github.com/w3c/feedvalidator, install python3-html5lib, name its `src` in STANDFIRST_FEEDVALIDATOR.\n',
  )
  it('our judge finds every mutation under the name that the validator has for it', () => {
    for (const mutation of mutations)
      expect(names(mutated(mutation)), mutation[0]).toEqual(
        mutation
          .slice(3)
          .filter(name => name !== 'none')
          .sort(),
      )
  })
}
