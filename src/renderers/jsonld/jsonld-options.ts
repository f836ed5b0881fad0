import { about, choice, type DataShape, fields, flag, words } from '../../diagnostics/data-shape.js'
import { checkOptions } from '../options.js'

/** What the structured data can be told; in the configuration these stand under `jsonld`. */
export interface JsonldOptions {
  /** Whether the running text is written as `articleBody`. */
  articleBody: boolean
  /** One nested node instead of a graph, for consumers that do not join graphs. */
  flat: boolean
  /** `teaser` ends the text after the first paragraph of a story that is not free. Default: as feeds do. */
  paywall?: 'full' | 'teaser'
  /** Whether the markup is judged by schema.org's vocabulary and Google's Article page while it is made. */
  lint: boolean
  /** CSS selectors of what a voice assistant may read out, on the page that will hold this markup. */
  speakable: readonly string[]
}

const shape: DataShape = fields({
  articleBody: about('Whether the running text is written as `articleBody`.', flag),
  flat: about('One nested node instead of a graph.', flag),
  paywall: about(
    'Whether `articleBody`, quotations and pictures end where the free part ends; as feeds do, if nothing is said.',
    choice('full', 'teaser'),
  ),
  lint: about('Whether the markup is judged by schema.org and Google’s Article page.', flag),
  speakable: about('CSS selectors of what may be read out.', { is: 'list', of: words }),
})

/** Returns complete options; throws `OptionsError` on a wrong name or value. */
export function jsonldOptions(input: Readonly<Record<string, unknown>>): JsonldOptions {
  checkOptions('jsonld', input, shape)
  return {
    articleBody: true,
    flat: false,
    lint: false,
    speakable: [],
    ...(input as Partial<JsonldOptions>),
  }
}
