import type { Article } from '../../../article/article.js'
import { stripPositions } from '../../../article/walk.js'
import type { RenderContext } from '../../renderer.js'
import type { AttachmentKind, PdfOptions } from '../options.js'

/** A file that the PDF carries (ISO 19005-3 6.8). */
export interface Attachment {
  name: string
  /** What it is, for those who look through the attachments. */
  description: string
  mediaType: string
  /** How it belongs to the document (ISO 32000-2 7.11.3). */
  relationship: 'Source' | 'Data' | 'Supplement'
  bytes: Uint8Array
}

/** Returns what the options ask to be attached, in their order; what cannot be had is reported. */
export async function collectAttachments(article: Article, context: RenderContext<PdfOptions>): Promise<Attachment[]> {
  const found: Attachment[] = []
  for (const kind of context.options.attach) {
    const attachment = await makers[kind](article, context)
    if (typeof attachment === 'string') context.report(attachment, 'pdf-attach')
    else found.push(attachment)
  }
  return found
}

/** Each returns the attachment, or why there is none. */
const makers: {
  [kind in AttachmentKind]: (article: Article, context: RenderContext<PdfOptions>) => Promise<Attachment | string>
} = {
  async source(_, { source }) {
    const text = source?.()
    if (!text) return 'the source was not attached: the article was not read from a text'
    return {
      name: text.name,
      description: 'The text that this document was made from',
      mediaType: 'text/markdown',
      relationship: 'Source',
      bytes: text.bytes,
    }
  },
  async 'article.json'(article) {
    return {
      name: 'article.json',
      description: 'The article as data',
      mediaType: 'application/json',
      relationship: 'Data',
      bytes: new TextEncoder().encode(`${JSON.stringify(stripPositions(article), undefined, 2)}\n`),
    }
  },
  async jsonld(_, { other }) {
    const output = await other?.('jsonld')
    if (!output) return 'the NewsArticle markup was not attached: there is no format `jsonld` here'
    return {
      name: 'article.jsonld',
      description: 'The article as schema.org NewsArticle markup',
      mediaType: output.mediaType,
      relationship: 'Supplement',
      bytes: typeof output.body === 'string' ? new TextEncoder().encode(output.body) : output.body,
    }
  },
}
