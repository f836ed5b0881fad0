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
  return text.replace(/\s+/g, ' ').trim()
}

const isUnseen = (element: string): boolean => element === 'switch' || element === 'style' || element === 'script'
