const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Returns the words that a text, JSON or markup may be meant to hold: as it stands, its strings, or without its tags. */
export function textIn(body: string): string[] {
  const texts = [body, withoutTags(body), withoutTags(withoutTags(body))]
  try {
    texts.push(stringsIn(JSON.parse(body)).join('\n'))
  } catch {
    // It is no JSON: the other readings stand.
  }
  return texts
}

/** Returns the first line of running text that stands in none of the texts. White space, hyphens and broken characters do not count. */
export function missingLine(running: string, texts: readonly string[]): string | undefined {
  const squeezed = texts.map(squeeze)
  return running
    .split(/[\n\t]+/)
    .find(line => squeeze(line) !== '' && !squeezed.some(text => inOrder(squeeze(line), text)))
}

/** Notes, numbers and marks may stand between the words of a line, so the words are looked for one after the other. */
function inOrder(line: string, text: string): boolean {
  return text.replaceAll(' ', '').includes(line.replaceAll(' ', '')) || wordByWord(line.split(' '), text)
}

function wordByWord(words: readonly string[], text: string): boolean {
  let from = 0
  for (const word of words) {
    const at = text.indexOf(word, from)
    if (at < 0) return false
    from = at + word.length
  }
  return true
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cs}\p{Cf}\uFFFD\uFFFE\uFFFF]|(?!\s)\p{Cc}/gu, '')
    .replace(/[\u002D\u2010\u2011\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase()
}

function withoutTags(markup: string): string {
  return markup
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/<[a-z!/?][^>]*>/gi, '')
    .replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return entities[name] ?? whole
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
