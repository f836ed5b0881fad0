import { about, choice, type DataShape, fields, flag, words } from '../../diagnostics/data-shape.js'
import { checkOptions } from '../options.js'

/** What all feed formats can be told; in the configuration these stand under `feed`. */
export interface FeedOptions {
  /** Newest items kept; `all` writes every item in the order given. */
  limit: number | 'all'
  content: 'full' | 'summary'
  /** `teaser` ends every item's content where the article marks the end of its free part. */
  paywall: 'full' | 'teaser'
  /** Whether a story dated later than now waits. */
  future: 'show' | 'hold'
  /** Address of a story that names none, from `{slug} {id} {year} {month} {day} {section} {folder}`. */
  permalink?: string
  /** Address under which the feed will stand, where the site's configuration does not say. */
  url?: string
  /** WebSub hub that subscribers may listen to. */
  hub?: string
  /** For people who open the feed in a browser: a style sheet of its own, none, or the address of one. */
  stylesheet: boolean | string
  /** RFC 5005: this document is a closed archive; `current` is the feed it belongs to, `previous` and `next` its neighbours. */
  archive: boolean
  /** Older items go into closed archives of so many each, written beside the feed; needs the feed's address. */
  archives?: number
  current?: string
  previous?: string
  next?: string
  /** The lead picture as enclosure as well, with its true length; reads the picture. */
  enclosure: boolean
  /** Whether the feed is judged by the W3C feed validator's rules while it is made. */
  lint: boolean
  /** Addresses of the lists that sections, categories and tags are taken from. */
  domains: { section?: string; category?: string; tag?: string }
}

const whole: DataShape = { is: 'number', min: 1, integer: true }
const shape: DataShape = fields({
  limit: about('Newest items kept, or `all`.', {
    is: 'either',
    of: [whole, choice('all')],
    wanted: 'a whole number from 1 or `all`',
  }),
  content: about('Whole text or only the summary.', choice('full', 'summary')),
  paywall: about('Whether items end where the free part ends.', choice('full', 'teaser')),
  future: about('Whether a story dated later than now is shown or held back.', choice('show', 'hold')),
  permalink: about('Address of a story that names none: `/news/{slug}/`.', words),
  url: about('Address of the feed itself.', words),
  hub: about('Address of a WebSub hub.', words),
  stylesheet: about('Whether the feed can be read in a browser, or the address of a CSS style sheet.', {
    is: 'either',
    of: [flag, words],
    wanted: '`true`, `false` or an address',
  }),
  archive: about('A closed archive (RFC 5005).', flag),
  archives: about('Items in each archive of older ones, written beside the feed.', whole),
  current: about('Address of the feed that an archive belongs to.', words),
  previous: about('Address of the archive before this document.', words),
  next: about('Address of the archive after this document.', words),
  enclosure: about('The lead picture as enclosure.', flag),
  lint: about('Whether the feed is judged by the W3C feed validator’s rules.', flag),
  domains: about(
    'Addresses of the lists that categories are taken from.',
    fields({ section: words, category: words, tag: words }),
  ),
})

/** Returns complete options; throws `OptionsError` on a wrong name or value. */
export function feedOptions(format: string, input: Readonly<Record<string, unknown>>): FeedOptions {
  const given = { ...input }
  // From the command line a number arrives as text.
  if (typeof given.limit === 'string' && /^\d+$/.test(given.limit)) given.limit = Number(given.limit)
  checkOptions(format, given, shape)
  return {
    limit: 50,
    content: 'full',
    paywall: 'full',
    future: 'show',
    stylesheet: true,
    archive: false,
    enclosure: false,
    lint: false,
    domains: {},
    ...(given as Partial<FeedOptions>),
  }
}
