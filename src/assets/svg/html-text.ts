import { xmlTokens } from './xml-tokens.js'

/**
 * Returns the words of an SVG that are HTML (SVG 1.1 23.3, `foreignObject`) and nothing else: browsers alone show them. Words
 * in a `switch` have another form beside them for all others (5.8.2). Empty where there are none, or the file is broken.
 */
export function htmlText(source: string): string {
  if (!source.includes('foreignObject')) return ''
  const open: string[] = []
  let text = ''
  try {
    for (const { kind, source: token } of xmlTokens(source)) {
      if (kind === 'open') open.push(/^<(?:[\w-]+:)?([\w-]+)/.exec(token)?.[1] ?? '')
      if (kind === 'close') open.pop()
      if (kind === 'text' && open.includes('foreignObject') && !open.some(isUnseen)) text += `${token} `
    }
  } catch (error) {
    if (error instanceof SyntaxError) return ''
    throw error
  }
  return withoutReferences(text).replace(/\s+/g, ' ').trim()
}

/** The five that XML declares itself (XML 1.0, 4.6). */
const declared: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const withoutReferences = (text: string): string =>
  text.replace(/&(?:(\w{2,4})|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (whole, name, decimal, hexadecimal) => {
    if (name !== undefined) return declared[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole
  })

const isUnseen = (element: string): boolean => element === 'switch' || element === 'style' || element === 'script'
