import { toText } from '../xml-text.js'

const paragraphs = /<w:p[ >][\s\S]*?<\/w:p>/g
const texts = /(<w:t(?: [^>]*)?>)([^<]*)(<\/w:t>)/g

/**
 * Returns markup with `{{title}}` and the like filled in; a name without a value becomes nothing, one that is not known
 * stays. Word cuts words into runs as it likes, so a field may lie over several: the first holds the value.
 */
export function fillFields(markup: string, values: { readonly [name: string]: string | undefined }): string {
  if (!markup.includes('{')) return markup
  return markup.replace(paragraphs, paragraph => fillParagraph(paragraph, values))
}

function fillParagraph(paragraph: string, values: { readonly [name: string]: string | undefined }): string {
  const pieces = [...paragraph.matchAll(texts)].map(match => match[2]!)
  const whole = pieces.join('')
  if (!/\{\{\s*\w+\s*\}\}/.test(whole)) return paragraph
  const filled = spread(pieces, whole, values)
  let index = 0
  return paragraph.replace(texts, (_, open: string, text: string, close: string) => {
    const own = filled[index++] ?? text
    return `${own === text ? open : '<w:t xml:space="preserve">'}${own}${close}`
  })
}

/** Each piece keeps what of it lies outside the fields; a field's value goes to the piece in which it begins. */
function spread(
  pieces: readonly string[],
  whole: string,
  values: { readonly [name: string]: string | undefined },
): string[] {
  const fields = [...whole.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].filter(match => Object.hasOwn(values, match[1]!))
  let at = 0
  return pieces.map(piece => {
    const [from, to] = [at, at + piece.length]
    at = to
    let text = ''
    let next = from
    for (const field of fields) {
      const end = field.index + field[0].length
      if (end <= from || field.index >= to) continue
      if (field.index >= from) text += whole.slice(next, field.index) + toText(values[field[1]!] ?? '')
      next = Math.min(Math.max(end, next), to)
    }
    return text + whole.slice(next, to)
  })
}
