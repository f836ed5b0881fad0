import type { Block, Dateline, Meta, Paragraph } from '../../article/article.js'
import { datelineText, inlineText } from '../../article/text.js'
import { isAgency } from '../agencies.js'
import { splitDateline } from '../dateline.js'
import { cutText } from './cut-text.js'
import type { Reading } from './reading.js'

/** The longest dateline that a wire sends, with date and agency. */
const LONGEST = 80

/** Words up to the dash; the dash of a typewriter (` - `) counts only after an agency. */
const line = /^(?<words>[^—–―\n]{2,80}?)(?<dash>\s*[—–―]\s*|\s+--\s+|(?<=\))\s+-\s+)(?=\S)/u

/** An agency and its desk, or two agencies: `dpa/lno`. */
const twoAgencies = /^[\p{L}\s]{2,20}\/[\p{L}\s]{2,20}$/u

/**
 * Takes a dateline (`GENEVA, 3 May (AP) — …`) from the first paragraph into the metadata. The front matter's wins; the same
 * one in the text is then only removed. A dash after capitals makes no dateline where the sentence goes on in small letters.
 */
export function takeDateline(
  children: Block[],
  meta: Partial<Meta>,
  reading: Reading,
): { dateline?: Dateline; children: Block[] } {
  const at = children.findIndex(block => block.type === 'paragraph')
  const paragraph = children[at]
  const given = meta.dateline ? { dateline: meta.dateline } : {}
  if (paragraph?.type !== 'paragraph' || children.slice(0, at).some(block => block.type === 'heading'))
    return { ...given, children }
  const found = paragraph === reading.literalLede ? undefined : datelineIn(paragraph)
  if (!found) return { ...given, children }
  if (meta.dateline && comparable(meta.dateline.place) !== comparable(found.dateline.place)) {
    const reason = `the text begins with \`${datelineText(found.dateline)}\`, and the front matter says \`${datelineText(meta.dateline)}\``
    reading.report('dateline-differs', `${reason}: the text was left as it is`, paragraph)
    return { ...given, children }
  }
  if (!meta.dateline)
    reading.report('dateline-read', `\`${datelineText(found.dateline)}\` was read as the dateline`, paragraph)
  const rest = { ...paragraph, children: cutText(paragraph.children, found.length, Infinity) }
  return { dateline: meta.dateline ?? found.dateline, children: children.with(at, rest) }
}

const comparable = (place: string): string =>
  place
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Returns the dateline that a paragraph begins with, and how many characters it takes up. */
export function datelineIn(paragraph: Paragraph): { dateline: Dateline; length: number } | undefined {
  const text = inlineText(paragraph.children)
  const found = line.exec(text)
  const words = found?.groups?.words?.replace(/\s+/g, ' ').trim()
  if (!found || !words || words.length > LONGEST) return undefined
  const dateline = splitDateline(words)
  return isDateline(dateline, text.slice(found[0].length)) ? { dateline, length: found[0].length } : undefined
}

/** Words in capitals that begin a sentence or a label, not a place. */
const noPlaces =
  /^(?:NATO|NASA|ESA|UNESCO|UNICEF|UNHCR|OPEC|FIFA|UEFA|IMF|WHO|WTO|IAEA|OSCE|ASEAN|BRICS|OTAN|ONU|OMS|НАТО|ООН|BREAKING(?: NEWS)?|UPDATE[SD]?|EXCLUSIVE|ANALYSIS|OPINION|COMMENT|WATCH|LIVE|CORRECTION|CLARIFICATION|NOTE|WARNING|URGENT|FLASH|ALERT|EDITORIAL|INTERVIEW|EXPLAINER|SUMMARY|ABSTRACT|INTRODUCTION|TODO|FAQ|PS)$/

function isDateline(dateline: Dateline, rest: string): boolean {
  const { place, agency } = dateline
  if (!/^[\p{L}]/u.test(place) || /[.!?:;"“”«»]\s|[!?:;"“”«»]$/u.test(place.replace(/\b(?:St|Mt|Ft)\./g, '')))
    return false
  // After a place that is not in capitals only an agency that is known is believed.
  if (
    agency !== undefined &&
    !isAgency(agency) &&
    !twoAgencies.test(agency) &&
    !(inCapitals(place) && /^\p{Lu}/u.test(agency) && agency.length <= 30)
  )
    return false
  if (/^\p{Ll}/u.test(rest)) return false
  if (agency === undefined && noPlaces.test(place)) return false
  if (inCapitals(place)) return letters(place) >= 3 || agency !== undefined
  const words = place.split(/\s+/).length
  return agency !== undefined && words <= 5 && /^[\p{Lu}\p{Lo}]/u.test(place)
}

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0

/** `GENEVA`, `KABUL, Afghanistan`: the city stands in capitals; the country after the comma need not. */
function inCapitals(place: string): boolean {
  const city = place.split(/[,/]/)[0]!.replace(/\b(?:le|la|les|de|du|des|di|da|do|dos|am|an der|St|Mc)\b/g, '')
  return /\p{Lu}{2}/u.test(city) && !/\p{Ll}/u.test(city)
}
