/** Where a run of words will stand, as far as it decides what must be escaped. */
export interface Surroundings {
  /** What stands directly before and after the run in the same block: '' at its ends. */
  before: string
  after: string
  /** Inside square brackets, which end at the first `]`. */
  bracketed: boolean
  /** Inside a link, where GFM looks for no bare addresses. */
  linked: boolean
  /** Inside a table cell, which ends at the first `|`. */
  cell: boolean
}

interface Unsafe {
  pattern: RegExp
  /** Returns whether the sign means something here; absent: always. */
  when?: (found: Found) => boolean
  /** What stands in its place; absent: the sign after a backslash. */
  instead?: (sign: string) => string
}

interface Found {
  /** The character before the sign and the words after it, '' at the ends of the block. */
  before: string
  after: string
  around: Surroundings
}

const isSpace = (character: string): boolean => character === '' || /\s/u.test(character)
const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character)

/** A comment of no words: it keeps GFM, which looks for bare addresses in the text after escapes are gone, from finding one. */
export const barrier = '<!-- -->'

/**
 * Every sign that Markdown would take for markup in running words, and when. Signs that mean something only at the start of
 * a line stand in `line-start.ts`.
 */
const unsafe: readonly Unsafe[] = [
  // CommonMark 2.4: a backslash escapes only ASCII punctuation, and breaks the line at its end.
  { pattern: /\\/, when: ({ after, around }) => /^(?:$|[!-/:-@[-`{-~])/.test(after || around.after) || after === '' },
  { pattern: /`/ },
  // A `*` or `~` between spaces can neither open nor close anything (CommonMark 6.2).
  { pattern: /[*~]/, when: ({ before, after }) => !(isSpace(before) && isSpace(after.charAt(0))) },
  { pattern: /_/, when: ({ before, after }) => !(isWord(before) && isWord(after.charAt(0))) && !isFree(before, after) },
  { pattern: /\[/ },
  { pattern: /\]/, when: ({ around }) => around.bracketed },
  { pattern: /!/, when: ({ after }) => after.startsWith('[') },
  { pattern: /</, when: ({ after }) => /^(?:$|[a-z/!?<])/i.test(after) },
  { pattern: /&/, when: ({ after }) => /^(?:#[0-9a-fx]|[a-z][a-z0-9]*;)/i.test(after) },
  { pattern: /\|/, when: ({ around }) => around.cell },
  // CriticMarkup: an editor's marks. An open sign, `*` here, may be that of struck words. And lists of attributes.
  { pattern: /\{/, when: ({ after }) => /^(?:\*$|\+\+|--|==|>>|~~|:?\s*(?:[.#-]|[\p{L}_:][^\s{}]*=))/u.test(after) },
  { pattern: /(?<=\+\+|--|==|<<)\}/ },
  // GFM 6.9, extended autolinks.
  {
    pattern: /(?<=https?):(?=\/\/[-.\w])|(?<=www)\.(?=[-\w])|(?<=[-.\w+])@(?=[-\w]+\.[-\w])/i,
    when: ({ around }) => !around.linked,
    instead: sign => barrier + sign,
  },
]

/** `_` alone between spaces. */
const isFree = (before: string, after: string): boolean => isSpace(before) && isSpace(after.charAt(0))

const anyUnsafe = new RegExp(unsafe.map(({ pattern }) => `(${pattern.source})`).join('|'), 'gi')

/** Most words hold none of the signs above: one quick look saves them the many slow ones. */
const suspicious = /[\\`*~_[\]!<&|{}@]|:\/\/|www\./i

/** Returns words as Markdown that reads back as the same words. */
export function escapeText(words: string, around: Surroundings): string {
  if (!suspicious.test(words)) return words
  return words.replace(anyUnsafe, (sign: string, ...rest: unknown[]) => {
    const rule = unsafe[rest.slice(0, unsafe.length).findIndex(group => group !== undefined)]!
    const at = rest[unsafe.length] as number
    const found = {
      before: at === 0 ? around.before : words.charAt(at - 1),
      after: words.slice(at + sign.length, at + sign.length + 80) || around.after,
      around,
    }
    if (rule.when && !rule.when(found)) return sign
    return rule.instead ? rule.instead(sign) : `\\${sign}`
  })
}

/** Returns a destination of a link or a picture: bare where it can be, else in angle brackets (CommonMark 6.3). */
export function destination(url: string): string {
  const plain = url.replace(/[\\`*_[\]<>|&]/g, sign => (needsEscape(sign, url) ? `\\${sign}` : sign))
  if (url !== '' && !/[\s\u0000-\u001F()<>]/.test(url)) return plain
  const inside = url.replace(/[\r\n]+/g, '').replace(/[\\<>|[\]]/g, '\\$&')
  return `<${inside.replace(/&(?=#|[a-z][a-z0-9]*;)/gi, '\\&')}>`
}

/** Inside a destination only escapes, character references, and the signs that end it matter. */
function needsEscape(sign: string, url: string): boolean {
  if (sign === '&') return /&(?:#[0-9a-fx]|[a-z][a-z0-9]*;)/i.test(url)
  return ['\\', '<', '>', '|', '[', ']'].includes(sign)
}

/** Returns a link's title with its quotation marks and a space before them, or nothing. */
export function linkTitle(title: string | undefined): string {
  if (title === undefined) return ''
  const escaped = title
    .replace(/[\\"|`[\]]/g, '\\$&')
    .replace(/&(?=#|[a-z][a-z0-9]*;)/gi, '\\&')
    .replace(/\s+/g, ' ')
  return ` "${escaped}"`
}
