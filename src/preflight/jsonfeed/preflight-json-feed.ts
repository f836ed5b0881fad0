import { checkData } from '../../diagnostics/check-data.js'
import type { Message } from '../../diagnostics/message.js'
import { type Fault, isThing, step } from '../json/fault.js'
import { judgeJson } from '../json/judge-json.js'
import { checkContent } from './check-content.js'
import { jsonFeedShape } from './json-feed-shape.js'

type Thing = { readonly [member: string]: unknown }

/**
 * Judges a JSON Feed by version 1.1 of its specification, and the HTML of its items by the rules for feeds, whoever made it.
 * No message means that nothing was found. Never throws over content.
 */
export function preflightJsonFeed(source: string): Message[] {
  return judgeJson(source, 'jsonfeed-shape', feed => [...checkShape(feed), ...(isThing(feed) ? checkFeed(feed) : [])])
}

/** Members that begin with `_` are a publisher's own, and everything in them is. */
function checkShape(feed: unknown): Fault[] {
  return checkData(feed, jsonFeedShape)
    .filter(({ path }) => !/(^|\.)_/.test(path))
    .map(({ path, reason, hint, unknown }) => ({
      rule: unknown ? 'jsonfeed-member' : 'jsonfeed-shape',
      path,
      reason,
      hint: unknown ? `${hint}; a member of your own begins with \`_\`` : hint,
    }))
}

function checkFeed(feed: Thing): Fault[] {
  const items = Array.isArray(feed.items) ? feed.items.filter(isThing) : []
  return [
    ...checkVersion(feed),
    ...checkAuthors(feed, ''),
    ...recommended(feed),
    ...items.flatMap((item, index) => checkItem(item, `items.${index}`)),
    ...checkIds(items),
  ]
}

const current = 'https://jsonfeed.org/version/1.1'

function checkVersion({ version }: Thing): Fault[] {
  if (version === current || typeof version !== 'string') return []
  const known = version === 'https://jsonfeed.org/version/1'
  return [
    {
      rule: known ? 'jsonfeed-old' : 'jsonfeed-shape',
      path: 'version',
      reason: known ? 'the feed is of version 1 of JSON Feed' : `\`version\` is "${version}", which names no JSON Feed`,
      hint: `write "${current}"`,
    },
  ]
}

/** What the specification calls strongly recommended, and a next page that is no other. */
function recommended(feed: Thing): Fault[] {
  const missing = ['home_page_url', 'feed_url'].filter(name => feed[name] === undefined)
  const faults: Fault[] = missing.map(name => ({
    rule: 'jsonfeed-recommended',
    path: '',
    reason: `the feed has no \`${name}\``,
  }))
  if (feed.next_url !== undefined && feed.next_url === feed.feed_url)
    faults.push({ rule: 'jsonfeed-shape', path: 'next_url', reason: '`next_url` is the address of the feed itself' })
  return faults
}

function checkItem(item: Thing, path: string): Fault[] {
  const faults = checkAuthors(item, path)
  const { id, content_html: html, content_text: plain } = item
  if (html === undefined && plain === undefined)
    faults.push({ rule: 'jsonfeed-content', path, reason: 'an item has neither `content_html` nor `content_text`' })
  if (typeof id === 'number')
    faults.push({
      rule: 'jsonfeed-id',
      path: step(path, 'id'),
      reason: `\`id\` is the number ${id}`,
      hint: 'write it as a text',
    })
  else if (id !== undefined && (typeof id !== 'string' || id.trim() === ''))
    faults.push({ rule: 'jsonfeed-shape', path: step(path, 'id'), reason: '`id` is no text that tells items apart' })
  if (typeof html === 'string') faults.push(...checkContent(html, step(path, 'content_html')))
  return faults
}

/** Somebody must be known by something; `author` was replaced by `authors` in 1.1. */
function checkAuthors(parent: Thing, path: string): Fault[] {
  const { author, authors } = parent
  const faults: Fault[] =
    author === undefined || authors !== undefined
      ? []
      : [
          {
            rule: 'jsonfeed-old',
            path: step(path, 'author'),
            reason: '`author` is of version 1 of JSON Feed',
            hint: 'write `authors`, a list',
          },
        ]
  const all = Array.isArray(authors) ? authors : []
  for (const [index, each] of all.entries())
    if (isThing(each) && ['name', 'url', 'avatar'].every(name => each[name] === undefined || each[name] === ''))
      faults.push({
        rule: 'jsonfeed-shape',
        path: step(step(path, 'authors'), index),
        reason: 'an author has neither name nor `url` nor `avatar`',
      })
  return faults
}

function checkIds(items: readonly Thing[]): Fault[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index): Fault[] => {
    if (id === undefined) return []
    const twin = seen.has(String(id))
    seen.add(String(id))
    return twin
      ? [{ rule: 'jsonfeed-id', path: `items.${index}.id`, reason: `two items have the id "${id}"`, severity: 'error' }]
      : []
  })
}
