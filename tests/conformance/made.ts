import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../src/article/article.js'
import { root } from '../support/corpus.js'

/** Where everything that is judged lies: `<folder>/<format>/<name>.<format>`. Git ignores it. */
export const folder = join(root, 'out', 'conformance')
export const listFile = join(folder, 'articles.json')

export interface Made {
  group: 'examples' | 'fixtures' | 'specification' | 'random'
  name: string
  article: Article
}

export const groups: readonly Made['group'][] = ['examples', 'fixtures', 'specification', 'random']

interface List {
  made: Made[]
  failures: string[]
}

/** Returns what was made of one group, or of all. */
export function made(group?: Made['group']): Made[] {
  const all = readList().made
  return group ? all.filter(each => each.group === group) : all
}

/** Returns what could not be made, and why. */
export function failures(): string[] {
  return readList().failures
}

function readList(): List {
  return JSON.parse(readFileSync(listFile, 'utf8')) as List
}

export function fileOf(name: string, format: string): string {
  return join(folder, format, `${name}.${format}`)
}
