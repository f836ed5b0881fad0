import { childOf, switchOf, valOf, type XmlElement } from '../../ooxml/xml-tree.js'
import type { Marks } from './pieces.js'
import type { Reading } from './reading.js'
import type { CharacterRole } from './style-roles.js'
import type { WordStyle } from './styles.js'

/** Character styles whose look says nothing: what the run stands for does. */
const meaningful: ReadonlySet<CharacterRole> = new Set([
  'credit',
  'captionLabel',
  'bylineName',
  'bylineRole',
  'quoteSourceName',
  'quoteSourceRole',
  'dateline',
  'correctionLabel',
  'noteReference',
  'commentReference',
])

/**
 * Returns what the properties of a run (`w:rPr`) mean beside what holds around it already. Bold in a heading, whose style is
 * bold, is no emphasis; a style that stands for something (a credit) is that, and not italic.
 */
export function runMarks(
  properties: XmlElement | undefined,
  around: Marks,
  paragraph: WordStyle,
  reading: Reading,
): Marks {
  if (!properties) return around
  const style = reading.styles.character(valOf(properties, 'w:rStyle'))
  const role = style.role
  const named = role !== undefined && meaningful.has(role)
  const bold = switchOf(properties, 'w:b')
  const italic = switchOf(properties, 'w:i')
  // Beside a style of its own a switch is meant, whatever the paragraph looks like.
  const meant = role !== undefined && !named
  const strong = role === 'strong' || ((bold ?? (style.bold && !named)) && (!paragraph.bold || (meant && bold)))
  const emphasis =
    role === 'emphasis' || ((italic ?? (style.italic && !named)) && (!paragraph.italic || (meant && italic)))
  const strike = switchOf(properties, 'w:strike') || switchOf(properties, 'w:dstrike')
  const script = named ? undefined : scriptOf(valOf(properties, 'w:vertAlign'))
  const span = spanOf(properties, reading)
  return {
    ...around,
    ...(strong && { strong }),
    ...(emphasis && { emphasis }),
    ...(strike && { strike }),
    ...(script && { script }),
    ...(role === 'code' && { code: true as const }),
    ...(span && { span }),
    ...(named && { role }),
  } as Marks
}

function scriptOf(value: string | undefined): Marks['script'] {
  return value === 'superscript' || value === 'subscript' ? value : undefined
}

/** A run in another language than the article's; Word keeps one language for each kind of script (17.3.2.20). */
function spanOf(properties: XmlElement, reading: Reading): Marks['span'] {
  const lang = childOf(properties, 'w:lang')?.attributes
  if (!lang) return undefined
  const slots = switchOf(properties, 'w:rtl') ? ['w:bidi'] : ['w:val', 'w:eastAsia']
  const language = slots
    .map(slot => lang[slot])
    .find(found => found !== undefined && isOtherLanguage(found, reading.language))
  return language === undefined ? undefined : { language }
}

/**
 * Returns whether a run is in another language than the article. `en-US` in an article in `en-GB`, or `de-DE` in one in
 * `de`, is what the program's spelling was set to, not another language.
 */
export function isOtherLanguage(language: string, own: string): boolean {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(language) || /^(?:x-none|zxx)/i.test(language)) return false
  const [first, second] = [language.toLowerCase(), own.toLowerCase()]
  const [base] = first.split('-')
  if (base !== second.split('-')[0]) return true
  return base !== 'en' && !first.startsWith(second) && !second.startsWith(first)
}
