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

/** What is known where a piece of text stands. */
export interface TextPlace {
  /** Of SVG's elements: `svg:` or none. */
  prefix: string
  /** Which part of the text stands at its place, as attributes say it. */
  anchor: 'start' | 'middle' | 'end'
}

type Open = Pick<TextPlace, 'anchor'> & { prefix: string | undefined }

/**
 * Returns an SVG with each piece of its text as `replace` gives it, from the piece, without references to characters, and
 * its place. A broken file comes back as it is.
 */
export function replaceDrawingText(source: string, replace: (piece: string, place: TextPlace) => string): string {
  if (!/<(?:[\w-]+:)?text\b/.test(source)) return source
  const open: Open[] = []
  const written: string[] = []
  try {
    for (const { kind, source: token } of xmlTokens(source)) {
      const { prefix, anchor } = open.at(-1) ?? outside
      if (kind === 'open') open.push(entered(token, prefix, anchor))
      if (kind === 'close') open.pop()
      const isText = kind === 'text' && prefix !== undefined
      written.push(isText ? replace(token.replace(/&#(x?)([\da-f]+);/gi, referred), { prefix, anchor }) : token)
    }
  } catch (error) {
    if (error instanceof SyntaxError) return source
    throw error
  }
  return written.join('')
}

const outside: Open = { prefix: undefined, anchor: 'start' }

function entered(tag: string, prefix: string | undefined, anchor: TextPlace['anchor']): Open {
  const named = /^<((?:[\w-]+:)?)text[\s/>]/.exec(tag)
  const said = /\btext-anchor\s*[=:]\s*(?:["']\s*)?(start|middle|end)\b/.exec(tag)
  return { prefix: named ? named[1]! : prefix, anchor: said ? (said[1] as TextPlace['anchor']) : anchor }
}

/** XML 1.0 4.1. Signs of ASCII may be there because they would be markup. */
function referred(reference: string, hexadecimal: string, digits: string): string {
  const code = Number.parseInt(digits, hexadecimal ? 16 : 10)
  return code > 0x7f && code <= 0x10ffff ? String.fromCodePoint(code) : reference
}
