import type { Article } from '../../article/article.js'
import { cleanText } from '../characters.js'
import type { RenderContext } from '../renderer.js'
import { reportCharacters } from '../report-characters.js'
import { lackOfAddress } from '../story-address.js'
import { articleNode } from './article-node.js'
import { idsOf } from './ids.js'
import type { JsonldOptions } from './jsonld-options.js'
import { compact, isList, isNode, type LdNode, type LdValue, settleIds, toGraph } from './ld-node.js'
import { reportPictures } from './report-pictures.js'

/** Returns an article's structured data as a document: a graph of nodes joined by their ids, or one nested node. */
export async function structuredData(article: Article, context: RenderContext<JsonldOptions>): Promise<LdNode> {
  const ids = await idsOf(article, context.site)
  if (ids.url === undefined) {
    const lack = lackOfAddress(article, context.site.permalink)
    const reason = `the structured data has no page to point to: the article has no address${lack}`
    context.report(reason, 'jsonld-url', { position: article.data?.places?.title })
  }
  reportPictures(article, ids, context)
  const removed = new Set<string>()
  const repaired = new Set<string>()
  const clean = (value: LdValue): LdValue => {
    if (typeof value === 'string') {
      const result = cleanText(value)
      for (const code of result.removed) removed.add(code)
      for (const code of result.repaired) repaired.add(code)
      return result.text
    }
    if (isList(value)) return value.map(clean)
    if (!isNode(value)) return value
    return Object.fromEntries(Object.entries(value).map(([property, each]) => [property, clean(each)]))
  }
  const tree = settleIds(compact(clean(articleNode(article, ids, context))) as LdNode)
  reportCharacters({ removed: [...removed].sort(), repaired: [...repaired].sort() }, article, context.report)
  if (context.options.flat) return { '@context': 'https://schema.org', ...tree }
  return { '@context': 'https://schema.org', '@graph': toGraph(tree) }
}

/**
 * Returns a document as JSON that may stand in a script element: no `<`, so neither `</script` nor `<!--` can end or hide it,
 * and no line separators, which old scripts took for line ends (HTML 4.12.1.3). Parsed, it is the same.
 */
export function toScriptJson(document: LdNode): string {
  return JSON.stringify(document, undefined, 2).replace(/[<\u2028\u2029]/g, escaped)
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
