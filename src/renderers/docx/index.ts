import type { ArticleRenderer } from '../renderer.js'
import { type DocxOptions, docxOptions } from './options.js'
import { writeDocx } from './write-docx.js'

export type { DocxExtension, DocxTools } from './body/extension.js'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Renders an article as a Word file. */
export const docxRenderer: ArticleRenderer<DocxOptions> = {
  name: 'docx',
  description: 'Word file with real named styles',
  scope: 'article',
  extension: '.docx',
  mediaType,
  options: docxOptions,
  async render(article, context) {
    return { body: await writeDocx(article, context), mediaType, extension: '.docx' }
  },
}
