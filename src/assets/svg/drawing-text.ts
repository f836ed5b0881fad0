import { xmlTokens } from './xml-tokens.js'

/** Returns the text that an SVG sets, in its order; nothing where the file is broken. */
export function drawingText(source: string): string {
  let text = ''
  replaceDrawingText(source, piece => {
    text += piece
    return piece
  })
  return text
}

/**
 * Returns an SVG with each piece of its text as `replace` gives it, from the piece, without references to characters, and
 * the prefix of SVG's elements: `svg:` or none. A broken file comes back as it is.
 */
export function replaceDrawingText(source: string, replace: (piece: string, prefix: string) => string): string {
  if (!/<(?:[\w-]+:)?text\b/.test(source)) return source
  const open: string[] = []
  const written: string[] = []
  try {
    for (const { kind, source: token } of xmlTokens(source)) {
      const prefix = open.at(-1)
      const named = /^<\/?((?:[\w-]+:)?)text[\s/>]/.exec(token)
      if (named && kind === 'open') open.push(named[1]!)
      if (named && kind === 'close') open.pop()
      const isText = kind === 'text' && prefix !== undefined
      written.push(isText ? replace(token.replace(/&#(x?)([\da-f]+);/gi, referred), prefix) : token)
    }
  } catch (error) {
    if (error instanceof SyntaxError) return source
    throw error
  }
  return written.join('')
}

/** XML 1.0 4.1. Signs of ASCII may be there because they would be markup. */
function referred(reference: string, hexadecimal: string, digits: string): string {
  const code = Number.parseInt(digits, hexadecimal ? 16 : 10)
  return code > 0x7f && code <= 0x10ffff ? String.fromCodePoint(code) : reference
}
