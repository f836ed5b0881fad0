/** What is known about HTML's elements, as tables. */

/** Have no content and no closing tag (HTML 13.1.2). */
export const voidTags = new Set(
  'area base br col embed hr img input link meta param source track wbr basefont frame'.split(' '),
)

/** What stands in them is no text of the article: it is dropped and reported. */
export const droppedTags = new Set('script style template svg math meta link base'.split(' '))

/** The tokenizer reads no tags in these (HTML 13.2.6.4). */
export const rawTags = new Set('script style title textarea xmp iframe noembed noframes'.split(' '))

const blockTags = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption iframe video audio search'.split(
    ' ',
  ),
)

/** Returns whether an element stands by itself rather than in a line of text. */
export const isBlockTag = (tag: string): boolean => blockTags.has(tag)

const endings: { readonly [open: string]: readonly string[] } = {
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  td: ['td', 'th', 'tr', 'thead', 'tbody', 'tfoot'],
  th: ['td', 'th', 'tr', 'thead', 'tbody', 'tfoot'],
  tr: ['tr', 'thead', 'tbody', 'tfoot'],
  thead: ['tbody', 'tfoot'],
  tbody: ['tbody', 'tfoot'],
  caption: ['tr', 'thead', 'tbody', 'td', 'th'],
  rt: ['rt', 'rp'],
  rp: ['rt', 'rp'],
  option: ['option'],
}

/** Returns whether an open element ends where another begins (HTML 13.1.2.4, optional tags). */
export function closedBy(open: string, beginning: string): boolean {
  if (open === 'p') return isBlockTag(beginning)
  return endings[open]?.includes(beginning) ?? false
}

/** Elements that mark a run of text as the model does. */
export const marks: {
  readonly [tag: string]: 'emphasis' | 'strong' | 'strike' | 'superscript' | 'subscript' | 'insertion'
} = {
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  strong: 'strong',
  b: 'strong',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  ins: 'insertion',
  sup: 'superscript',
  sub: 'subscript',
}

/** Set in a typewriter's letters. */
export const codeTags = new Set(['code', 'kbd', 'samp', 'tt'])

/** Mean nothing that a reader of the words would miss: their content stays, and nothing is said. */
export const silentTags = new Set(
  'span div section article main header footer nav address hgroup small bdi bdo data time wbr html body tbody thead tfoot center figcaption noscript label ruby rb rt rp rtc form fieldset legend search slot p'.split(
    ' ',
  ),
)

/** Elements that play or show something from an address of their own. */
export const mediaTags: readonly string[] = ['video', 'audio', 'iframe', 'object', 'embed']
