import type { Message } from '../../diagnostics/message.js'
import { type Fault, isThing } from '../json/fault.js'
import { judgeJson } from '../json/judge-json.js'
import { checkGoogle } from './check-google.js'
import { checkVocabulary } from './check-vocabulary.js'

/**
 * Judges structured data by schema.org's vocabulary (names, domains, ranges, references) and by what Google's Article page
 * recommends, whoever made it. No message means that nothing was found. Never throws over content.
 */
export function preflightJsonld(text: string): Message[] {
  return judgeJson(text, 'jsonld-syntax', document => [
    ...checkContext(document),
    ...checkVocabulary(document),
    ...checkGoogle(document),
  ])
}

function checkContext(document: unknown): Fault[] {
  const context = isThing(document) ? document['@context'] : undefined
  const names = (Array.isArray(context) ? context : [context]).filter(each => typeof each === 'string')
  if (Array.isArray(document) || names.some(name => /^https?:\/\/schema\.org\/?$/.test(name))) return []
  return [{ rule: 'jsonld-context', path: '', reason: 'the document’s `@context` is not `https://schema.org`' }]
}
