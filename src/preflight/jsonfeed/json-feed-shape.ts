import { anything, type DataShape, fields, flag, words } from '../../diagnostics/data-shape.js'
import { count, languageTag, mediaType, moment, text, uri, webAddress } from '../json/text-shapes.js'

const listOf = (of: DataShape): DataShape => ({ is: 'list', of })

/** A person may be reached by mail: `mailto:`. */
const author = fields({ name: text, url: uri, avatar: webAddress })

const attachment = fields(
  {
    url: webAddress,
    mime_type: mediaType,
    title: text,
    size_in_bytes: count,
    duration_in_seconds: { is: 'number', min: 0 },
  },
  ['url', 'mime_type'],
)

const item = fields(
  {
    // What an id may be stands with the rules: a number is read, though it should be a text.
    id: anything,
    url: webAddress,
    external_url: webAddress,
    title: text,
    content_html: text,
    content_text: text,
    summary: text,
    image: webAddress,
    banner_image: webAddress,
    date_published: moment,
    date_modified: moment,
    author,
    authors: listOf(author),
    tags: listOf(text),
    language: languageTag,
    attachments: listOf(attachment),
  },
  ['id'],
)

/** The members of a JSON Feed and of its items, each with what it may hold (JSON Feed 1.1). */
export const jsonFeedShape: DataShape = fields(
  {
    version: text,
    title: words,
    home_page_url: webAddress,
    feed_url: webAddress,
    description: text,
    user_comment: text,
    next_url: webAddress,
    icon: webAddress,
    favicon: webAddress,
    author,
    authors: listOf(author),
    language: languageTag,
    expired: flag,
    hubs: listOf(fields({ type: words, url: webAddress }, ['type', 'url'])),
    items: listOf(item),
  },
  ['version', 'title', 'items'],
)
