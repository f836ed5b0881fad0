import { createMessage, type Message } from '../../diagnostics/message.js'
import { hasEndlessTag } from '../../readers/html/parse.js'
import { preflightJsonld } from '../jsonld/preflight-jsonld.js'
import { checkHead } from './check-head.js'
import { checkReferences } from './check-references.js'
import { type PageElement, readPage } from './page-elements.js'

/** A larger page than this no search engine reads to its end. */
const longest = 15_000_000

/**
 * Judges of a web page what stands in its head, the structured data in it, the texts of its pictures, and its ids, whoever
 * made it; the rest of its markup is for a validator of HTML, which one message says. Never throws over content.
 */
export function preflightPage(html: string): Message[] {
  if (html.length > longest)
    return [
      createMessage('page-size', `the page has ${html.length} characters and was not judged; ${longest} are the most`),
    ]
  if (hasEndlessTag(html))
    return [createMessage('page-size', 'a tag of the page has attributes without end: the page was not judged')]
  const page = readPage(html.replace(/^\uFEFF/, ''))
  const isPart = !page.hasDoctype && !page.elements.some(each => ofPage.has(each.name))
  return [
    ...(isPart ? [] : checkHead(page)),
    ...checkReferences(page.elements),
    ...checkData(page.elements, isPart),
    createMessage('page-extent', 'of the page its head, structured data, pictures and ids were judged, not its markup'),
  ]
}

/** Of its structured data, how many faults are listed: a page may hold a script for each of a hundred stories. */
const mostFaults = 50

/** Elements that a page has and a part of one, to be put into a page, has not. */
const ofPage = new Set(['html', 'head', 'title', 'body'])

/** The structured data of a page may stand in several scripts, of which one holds the article. */
function checkData(elements: readonly PageElement[], isPart: boolean): Message[] {
  const scripts = elements.filter(
    ({ name, attributes }) => name === 'script' && /^application\/ld\+json\b/i.test(attributes.type?.trim() ?? ''),
  )
  if (scripts.length === 0) return isPart ? [] : [createMessage('page-data', 'the page holds no structured data')]
  const judged = scripts.map(script => ({ script, messages: preflightJsonld(script.text) }))
  const lacking = (messages: readonly Message[]) => messages.some(({ rule }) => rule === 'google-article')
  const someHasArticle = judged.some(({ messages }) => !lacking(messages))
  const messages = judged.flatMap(({ script, messages }) =>
    messages
      .filter(({ rule }) => rule !== 'google-article' || !someHasArticle)
      .map(message => ({ ...message, position: moved(message.position, script) ?? message.position! })),
  )
  const left = messages.slice(mostFaults)
  if (left.length === 0) return messages
  const { rule, severity } = left.find(message => message.severity === 'error') ?? left[0]!
  const more = `the structured data of the page has ${left.length} more ${left.length === 1 ? 'fault' : 'faults'}`
  return [...messages.slice(0, mostFaults), createMessage(rule, more, { severity })]
}

/** A place in a script as a place in its page. */
function moved(position: Message['position'], { position: tag, textPosition }: PageElement): Message['position'] {
  const from = textPosition?.start ?? tag?.start
  if (!from) return position
  const { line, column } = position?.start ?? { line: 1, column: 1 }
  const point = { line: from.line + line - 1, column: line === 1 ? from.column + column - 1 : column }
  return { start: point, end: point }
}
