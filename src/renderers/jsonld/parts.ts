import type { Article, ArticleNode, Embed, Figure, Quote, Table } from '../../article/article.js'
import { attributionLine, blockText, inlineText } from '../../article/text.js'
import { visit } from '../../article/walk.js'
import { freeBlocksOf } from '../free-part.js'
import { paywallClass } from '../html/body.js'
import type { RenderContext } from '../renderer.js'
import type { Ids } from './ids.js'
import { imageNode } from './images.js'
import type { LdNode } from './ld-node.js'

/** A plugin's handler for its extension nodes: returns a schema.org node that becomes a part of the article. */
export type JsonldExtension = (node: Extract<ArticleNode, { type: 'extension' }>) => LdNode

/**
 * Returns what stands in the text with words of its own: quotations with their speakers, pictures, tables with a caption,
 * embedded works. Pull quotes repeat and deletions are gone, so both are left out.
 */
export function partNodes(
  article: Article,
  ids: Ids,
  context: Pick<RenderContext<unknown>, 'extension' | 'report'>,
): LdNode[] {
  const parts: LdNode[] = []
  const counts: { [name: string]: number } = {}
  const idFor = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1
    return ids.part(`${name}-${counts[name]}`)
  }
  visit(article, node => {
    if (node.type === 'pullQuote' || node.type === 'deletion') return 'skip'
    if (node.type === 'quote') parts.push(...quotationNode(node, article, idFor, ids))
    if (node.type === 'figure') parts.push(...figureNodes(node, idFor, ids))
    if (node.type === 'table') parts.push(...tableNode(node, idFor))
    if (node.type === 'embed') parts.push(embedNode(node, idFor, ids))
    if (node.type === 'raw') context.report(`markup meant for \`${node.format}\` was left out`, 'html-raw', node)
    if (node.type === 'extension') {
      const handler = context.extension(node.name)
      if (typeof handler === 'function') parts.push((handler as JsonldExtension)(node))
    }
    return undefined
  })
  return parts
}

type IdFor = (name: string) => string

/** Only a quote whose speaker the source names is one in structured data: nobody is credited on a guess. */
function quotationNode(quote: Quote, article: Article, idFor: IdFor, ids: Ids): LdNode[] {
  const { attribution } = quote
  if (!attribution) return []
  const line = attributionLine(attribution)
  const type = isOrganisation(attribution.name, article) ? 'Organization' : 'Person'
  return [
    {
      '@type': 'Quotation',
      '@id': idFor('quote'),
      text: quote.children.map(blockText).filter(Boolean).join('\n'),
      creator: {
        '@type': type,
        name: attribution.name,
        jobTitle: type === 'Person' ? attribution.role : undefined,
        url: ids.resolve(attribution.url),
      },
      creditText: line === attribution.name ? undefined : line,
      inLanguage: article.meta.language,
    },
  ]
}

/** A speaker is a person unless the article itself knows the name as that of an organisation. */
function isOrganisation(name: string, { meta }: Article): boolean {
  const topics = [...(meta.about ?? []), ...(meta.mentions ?? []), ...meta.authors, ...(meta.contributors ?? [])]
  return (
    topics.some(topic => topic.name === name && topic.kind === 'organisation') ||
    [meta.publisher, meta.source, meta.sponsored].some(organisation => organisation?.name === name)
  )
}

/** The caption belongs to the figure: it stands with its first picture only. */
function figureNodes(figure: Figure, idFor: IdFor, ids: Ids): LdNode[] {
  return figure.images.flatMap((image, index) => {
    const words = index === 0 ? figure : { credit: undefined, caption: undefined, rights: figure.rights }
    const node = imageNode(image, words as Figure, idFor('image'), ids)
    return node ? [node] : []
  })
}

function tableNode({ caption, alt }: Table, idFor: IdFor): LdNode[] {
  const name = caption && inlineText(caption)
  return name || alt ? [{ '@type': 'Table', '@id': idFor('table'), name, description: alt }] : []
}

function embedNode({ url, title, provider }: Embed, idFor: IdFor, ids: Ids): LdNode {
  return {
    '@type': 'CreativeWork',
    '@id': idFor('embed'),
    name: title ?? url,
    url: ids.resolve(url),
    provider: provider ? { '@type': 'Organization', name: provider } : undefined,
  }
}

/** Returns the mark of the paid part (Google, paywalled content): a class selector, not nested, and the boolean `false`. */
export function paywallNode(article: Article): LdNode[] {
  if (freeBlocksOf(article) === undefined) return []
  return [{ '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: `.${paywallClass}` }]
}
