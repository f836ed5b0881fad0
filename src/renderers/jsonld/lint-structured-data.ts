import type { Article } from '../../article/article.js'
import { ruleOf } from '../../diagnostics/rules.js'
import type { Fault } from '../../preflight/json/fault.js'
import { checkGoogle } from '../../preflight/jsonld/check-google.js'
import { checkVocabulary } from '../../preflight/jsonld/check-vocabulary.js'
import type { RenderContext } from '../renderer.js'
import type { LdNode } from './ld-node.js'

/** Which field of the metadata a property is made from. */
const fields: { readonly [property: string]: string } = {
  headline: 'title',
  alternativeHeadline: 'subtitle',
  description: 'description',
  image: 'image',
  datePublished: 'published',
  dateModified: 'updated',
  author: 'authors',
  editor: 'contributors',
  contributor: 'contributors',
  publisher: 'publisher',
  articleSection: 'section',
  keywords: 'tags',
  about: 'about',
  mentions: 'mentions',
  inLanguage: 'language',
  correction: 'corrections',
  license: 'rights',
}

/** Says what schema.org and Google's Article page have against an article's structured data, at the field it comes from. */
export function lintStructuredData(
  document: LdNode,
  article: Article,
  { report }: Pick<RenderContext<unknown>, 'report'>,
): void {
  for (const fault of [...checkVocabulary(document), ...checkGoogle(document)]) {
    const advice = fault.hint ? `; ${fault.hint}` : ''
    report(fault.reason + advice, fault.rule, placeOf(fault, article), fault.severity ?? ruleOf(fault.rule).severity)
  }
}

function placeOf({ path, reason }: Fault, article: Article) {
  const places = article.data?.places ?? {}
  const [property, index] = path.replace(/^@graph\.\d+\.?/, '').split('.')
  // What is missing stands nowhere: the first property that the reason names says which field it would come from.
  const named = property || /`(\w+)`/.exec(reason)?.[1] || ''
  const field = fields[named]
  const exact = field === undefined ? undefined : (places[`${field}.${index}`] ?? places[field])
  return { position: exact ?? places.title }
}
