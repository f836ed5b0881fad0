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

/** Returns what was made of one group, or of all. */
export function made(group?: Made['group']): Made[] {
  const all = JSON.parse(readFileSync(listFile, 'utf8')) as Made[]
  return group ? all.filter(each => each.group === group) : all
}

export function fileOf(name: string, format: string): string {
  return join(folder, format, `${name}.${format}`)
}
