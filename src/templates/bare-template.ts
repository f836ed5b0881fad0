import type { Template } from './template.js'

/**
 * The least that a template can be. Formats that are only text never look at it; they are given it where there are no
 * files to read one from.
 */
export const bareTemplate: Template = {
  name: 'bare',
  page: { size: 'a4', margin: { top: 72, right: 72, bottom: 72, left: 72 }, headerAt: 36, footerAt: 36 },
  fonts: { serif: 'Source Serif 4', sans: 'Source Sans 3', mono: 'Source Code Pro' },
  colours: { ink: '#000000' },
  titleBlock: ['sponsor', 'kicker', 'title', 'subtitle', 'byline', 'dates', 'image'],
  labels: { figureNumbers: true, tableNumbers: true, byline: true },
  styles: { body: { font: 'serif', size: 11, leading: 16, colour: 'ink' } },
}
