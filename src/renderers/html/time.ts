import type { IsoDate } from '../../article/article.js'
import { escapeHtml, tag } from './markup.js'

/**
 * Returns a date as a reader sees it, with the date as machines read it. HTML (2.3.5) knows no leap second, which counts as the
 * one before it, and three digits of a second at most.
 */
export function timeHtml(date: IsoDate, words: string): string {
  const datetime = date.replace(/:60(?=[.Z+-])/, ':59').replace(/(\.\d{3})\d+/, '$1')
  return tag('time', { datetime }, escapeHtml(words))
}
