import type { Article } from '../../article/article.js'
import type { ArticleRenderer, RenderContext } from '../renderer.js'
import { type PdfOptions, readPdfOptions } from './options.js'
import { renderPdf } from './render-pdf.js'

export type { PdfExtension } from './build/blocks.js'
export type { PdfOptions } from './options.js'

/** The PDF format: tagged, every font embedded, the same bytes for the same article. */
export const pdfRenderer: ArticleRenderer<PdfOptions> = {
  scope: 'article',
  name: 'pdf',
  description: 'Tagged PDF, set from the template',
  extension: '.pdf',
  mediaType: 'application/pdf',
  options: readPdfOptions,
  async render(article: Article, context: RenderContext<PdfOptions>) {
    return { body: await renderPdf(article, context), mediaType: 'application/pdf', extension: '.pdf' }
  },
}
