import { createMessage, type Message } from '../../diagnostics/message.js'
import { checkGoogle } from './check-google.js'
import { checkVocabulary } from './check-vocabulary.js'
import { type Fault, isThing } from './fault.js'
import { jsonPlaces } from './json-places.js'

/** Deeper than this no structured data goes; a file that does is not judged, so that it cannot exhaust the stack. */
const deepest = 200

/**
 * Judges structured data by schema.org's vocabulary (names, domains, ranges, references) and by what Google's Article page
 * recommends, whoever made it. No message means that nothing was found. Never throws over content.
 */
export function preflightJsonld(text: string): Message[] {
  const json = text.replace(/^\uFEFF/, '')
  if (nesting(json) > deepest)
    return [createMessage('jsonld-syntax', `the document nests deeper than ${deepest} levels and was not judged`)]
  let document: unknown
  try {
    document = JSON.parse(json)
  } catch (error) {
    return [createMessage('jsonld-syntax', `the file is no JSON: ${(error as Error).message}`)]
  }
  const place = jsonPlaces(json)
  return [...checkContext(document), ...checkVocabulary(document), ...checkGoogle(document)].map(fault => {
    const { rule, reason, path, hint, severity } = fault
    return createMessage(rule, reason, { position: place(path), path: path || undefined, hint, severity })
  })
}

function checkContext(document: unknown): Fault[] {
  const context = isThing(document) ? document['@context'] : undefined
  const names = (Array.isArray(context) ? context : [context]).filter(each => typeof each === 'string')
  if (Array.isArray(document) || names.some(name => /^https?:\/\/schema\.org\/?$/.test(name))) return []
  return [{ rule: 'jsonld-context', path: '', reason: 'the document’s `@context` is not `https://schema.org`' }]
}

/** How deep brackets stand in one another, strings aside. */
function nesting(json: string): number {
  let depth = 0
  let most = 0
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '{' || token === '[') most = Math.max(most, ++depth)
    else if (token === '}' || token === ']') depth--
  }
  return most
}
