import type { Person } from '../../article/article.js'
import { isAgency } from '../agencies.js'
import { isPaper } from '../papers.js'
import { isPlace } from '../places.js'

/** Where and for whom somebody reports. */
export type BylineDetails = Pick<Person, 'affiliation' | 'location'>

/** The last part of a byline, behind a comma or a stroke or in brackets. */
const lastPart = /^(.*\S)\s*(?:[,،，、/|]\s*([^,،，、/|()（）]+)|[(（]([^()（）]+)[)）])$/

/**
 * Takes the places, the agencies and the papers from the end of a byline: `Jane Doe, New York`, `Jane Doe / Associated Press`,
 * `Jane Doe (Reuters), London`, `Jane Doe, El País`. Only those that tables name: of other words nobody knows whether they are one person more.
 */
export function takeDetails(byline: string): { names: string; details: BylineDetails } {
  const details: BylineDetails = {}
  // One place, though a comma stands in it.
  let names = byline.replace(/(?<=\bWashington),(?= D\.?C\.?$)/, '')
  for (;;) {
    const [, before, behind, bracketed] = lastPart.exec(names) ?? []
    const words = (behind ?? bracketed)?.trim()
    const field = words && before ? fieldOf(words) : undefined
    if (!field || field in details) return { names, details }
    details[field] = words!
    names = before!
  }
}

function fieldOf(words: string): keyof BylineDetails | undefined {
  if (isHouse(words)) return 'affiliation'
  return isPlace(words) ? 'location' : undefined
}

/** Returns whether words are an agency or a newspaper: for whom somebody reports. */
export const isHouse = (words: string): boolean => isAgency(words) || isPaper(words)
