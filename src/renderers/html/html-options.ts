import { about, choice, type DataShape, fields, flag, words } from '../../diagnostics/data-shape.js'
import { checkOptions } from '../options.js'

/** What the HTML renderer can be told; in the configuration these stand under `html`. */
export interface HtmlOptions {
  /** A page of its own; the body for somebody's page; the body as feeds carry it. */
  mode: 'page' | 'fragment' | 'feed'
  /** Whether pictures that have no web address are written into the page, so that it is one file. */
  images: 'embed' | 'link'
  /** Stands before every id of a fragment, so that several fit into one page. */
  idPrefix: string
  /** Address of a style sheet instead of the template's own. */
  stylesheet?: string
  /** Whether the page's head holds the structured data. */
  structuredData: boolean
}

const shape: DataShape = fields({
  mode: about('A whole page, the body alone, or the body as feeds carry it.', choice('page', 'fragment', 'feed')),
  images: about('Whether pictures without a web address are written into the page.', choice('embed', 'link')),
  idPrefix: about('Stands before every id.', {
    is: 'string',
    pattern: '^[A-Za-z][\\w-]*$|^$',
    wanted: 'a letter, then letters, digits, `-` or `_`',
  }),
  stylesheet: about('Address of a style sheet instead of the template’s own.', words),
  structuredData: about('Whether the head holds schema.org markup.', flag),
})

/** Returns complete options; throws `OptionsError` on a wrong name or value. */
export function htmlOptions(input: Readonly<Record<string, unknown>>): HtmlOptions {
  checkOptions('html', input, shape)
  const given = input as Partial<HtmlOptions>
  const mode = given.mode ?? 'page'
  return { images: mode === 'page' ? 'embed' : 'link', idPrefix: '', structuredData: true, ...given, mode }
}
