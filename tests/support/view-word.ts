import { render } from '../../src/index.js'
import { viewDocx } from './view-docx.js'
import { site } from './view-site.js'
import type { View } from './views.js'

/** A fixture's Word file in the default template: properties, head and foot, styles and text, notes. */
export const wordView: View = {
  file: 'docx.txt',
  async render(article, { folder }) {
    const { output } = await render(article, 'docx', { site, path: `${folder}/input.md`, root: folder })
    return viewDocx(output.body as Uint8Array)
  },
}
