import { parseFeed } from 'feedsmith'
import type { Article } from '../../src/article/article.js'
import { plainText } from '../../src/article/text.js'
import { readDocx, xmlText } from './docx-text.js'
import { htmlText } from './html-text.js'
import { readPdf } from './pdf-text.js'
import type { Made } from './render-all.js'
import { firstMissing, missingApart, speakers, squeeze } from './words.js'

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/**
 * Returns what one of the four formats lost, a line each; none if they hold the same words, in order, and the same speakers.
 * Running text stands everywhere; notes, captions, credits, speakers and embeds stand in each at its own place; in JSON-LD
 * speakers are the creators of quotations, and notes may be absent.
 */
export async function lostWords(article: Article, made: Made): Promise<string[]> {
  const pdf = await readPdf(made.pdf)
  const docx = readDocx(made.docx)
  const html = feedContent(made.rss)
  const lost: string[] = []
  const compare = (format: string, running: string, all: string): void => {
    const missing = firstMissing(article, running)
    if (missing !== undefined) lost.push(`${format}: running text lacks or misplaces ${JSON.stringify(missing)}`)
    for (const words of missingApart(article, all)) lost.push(`${format}: lacks ${JSON.stringify(words)}`)
  }
  // A character that no font has is set as its code, and reported. What pdf.js makes of text from right to left is no
  // measure: there poppler judges (tests/conformance).
  const coded = made.messages.some(message => message.rule === 'pdf-character')
  if (!coded && !rightToLeft.test(JSON.stringify(article))) compare('pdf', pdf.body, `${pdf.body}\n${pdf.notes}`)
  compare('docx', docx.body, `${docx.body}\n${docx.notes}`)
  // The lead picture's caption and credit stand in elements of their own (Media RSS 1.5.1).
  compare('rss', html, `${html}\n${xmlText(made.rss)}`)
  lost.push(...lostInJsonld(article, made.jsonld))
  return lost
}

function feedContent(rss: string): string {
  const parsed = parseFeed(rss)
  if (parsed.format !== 'rss') throw new Error(`the feed was read as ${parsed.format}`)
  return htmlText(parsed.feed.items?.[0]?.content?.encoded ?? '')
}

interface Thing {
  '@type'?: string | string[]
  articleBody?: string
  creator?: { name?: string }
  [property: string]: unknown
}

function lostInJsonld(article: Article, jsonld: string): string[] {
  const things = everyThing(JSON.parse(jsonld))
  const lost: string[] = []
  const body = things.find(thing => thing.articleBody !== undefined)?.articleBody ?? ''
  if (squeeze(body) !== squeeze(plainText(article)))
    lost.push(`jsonld: articleBody is ${JSON.stringify(body)}, not ${JSON.stringify(plainText(article))}`)
  const creators = things.filter(thing => thing['@type'] === 'Quotation').map(thing => thing.creator?.name)
  for (const name of speakers(article))
    if (!creators.includes(name)) lost.push(`jsonld: no Quotation has the creator ${JSON.stringify(name)}`)
  return lost
}

/** Every object in the JSON. */
function everyThing(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(each => everyThing(each))
  if (typeof value !== 'object' || value === null) return []
  return [value as Thing, ...Object.values(value).flatMap(each => everyThing(each))]
}
