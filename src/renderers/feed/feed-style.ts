import { attributeList } from '../xml.js'
import type { FeedHead } from './feed-head.js'

/** Where the parts of a feed stand in one format, as selectors. */
export interface FeedParts {
  root: string
  /** Everything that is not shown. */
  hidden: string
  title: string
  description: string
  item: string
  itemTitle: string
  itemDate: string
  itemSummary: string
}

/**
 * Returns the instruction that gives a feed a style sheet for people who open it in a browser, ending with a line break.
 * The sheet stands in the address itself, so that the feed stays one file. CSS, not XSLT, which browsers give up.
 */
export function styleInstruction(stylesheet: boolean | string, head: FeedHead, parts: FeedParts): string {
  if (stylesheet === false || stylesheet === '') return ''
  const href = typeof stylesheet === 'string' ? stylesheet : `data:text/css,${encodeURIComponent(sheet(parts, head))}`
  return `<?xml-stylesheet${attributeList({ type: 'text/css', href })}?>\n`
}

/** Said in English only where the feed is: there are no words for it in the table of labels. */
const advice = 'This is a feed: put its address into a feed reader.'

function sheet(parts: FeedParts, { language }: FeedHead): string {
  const { root, hidden, title, description, item, itemTitle, itemDate, itemSummary } = parts
  return [
    `${root}{display:block;max-width:42rem;margin:2rem auto;padding:0 1.25rem;font:1.05rem/1.5 Georgia,serif}`,
    `${hidden}{display:none}`,
    `${title},${description},${item},${itemTitle},${itemDate},${itemSummary}{display:block}`,
    `${title}{font-size:1.9rem;font-weight:600;line-height:1.25}`,
    `${item}{padding:1rem 0;border-top:1px solid #b9bcc0}`,
    `${itemTitle}{font-size:1.2rem;font-weight:600}`,
    `${itemDate}{font:.85rem/1.5 sans-serif;color:#55585c}`,
    /^en\b/i.test(language) ? `${title}::before{content:"${advice}";display:block;font:.85rem/2 sans-serif}` : '',
  ].join('')
}
