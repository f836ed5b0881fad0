import { xmlTokens } from './xml-tokens.js'

/** Returns the text that an SVG sets, in its order; nothing where the file is broken. */
export function drawingText(source: string): string {
  if (!/<(?:[\w-]+:)?text\b/.test(source)) return ''
  let text = ''
  let depth = 0
  try {
    for (const token of xmlTokens(source)) {
      if (/^<\/?(?:[\w-]+:)?text[\s/>]/.test(token.source)) depth += { open: 1, close: -1 }[token.kind as string] ?? 0
      if (depth > 0 && token.kind === 'text') text += token.source.replace(/&#(x?)([\da-f]+);/gi, referred)
      if (depth > 0 && token.kind === 'cdata') text += token.source.slice(9, -3)
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return text
}

/** XML 1.0 4.1. */
function referred(reference: string, hexadecimal: string, digits: string): string {
  const code = Number.parseInt(digits, hexadecimal ? 16 : 10)
  return code <= 0x10ffff ? String.fromCodePoint(code) : reference
}
