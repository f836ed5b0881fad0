import type { ArticleNode, Meta, NodeType } from './article.js'
import { genres } from './genre.js'
import {
  anyText,
  boolean,
  type Field,
  type Fields,
  type Group,
  isoDate,
  language,
  link,
  list,
  nodes,
  object,
  oneOf,
  optional,
  positive,
  required,
  type Shape,
  text,
  url,
} from './shape.js'

/** Every field of `Type` but those that all nodes have must be described, and no other. */
type Described<Type> = { [Name in Exclude<keyof Type, 'type' | 'position' | 'data'>]-?: Field }

const direction = oneOf('ltr', 'rtl')
const align = oneOf('left', 'center', 'right', null)

const policies = object({
  publishingPrinciples: optional(url),
  correctionsPolicy: optional(url),
  ethicsPolicy: optional(url),
  diversityPolicy: optional(url),
  verificationFactCheckingPolicy: optional(url),
  unnamedSourcesPolicy: optional(url),
  actionableFeedbackPolicy: optional(url),
  ownershipFundingInfo: optional(url),
  masthead: optional(url),
})

const organisation = object({
  name: required(text),
  url: optional(url),
  logo: optional(url),
  sameAs: optional(list(url)),
  policies: optional(policies, "Addresses of the publisher's policies."),
})

const person = object({
  name: required(text),
  kind: optional(oneOf('person', 'organisation'), 'A desk or an agency in a byline is an organisation.'),
  role: optional(text),
  jobTitle: optional(text),
  affiliation: optional(text),
  location: optional(text),
  email: optional(text),
  url: optional(url),
  image: optional(url),
  bio: optional(text),
  sameAs: optional(list(url)),
})

const topic = object({
  name: required(text),
  kind: optional(oneOf('person', 'organisation', 'place', 'event', 'thing')),
  url: optional(url),
  sameAs: optional(list(url)),
})

const rendition = object({
  url: required(url),
  width: optional(positive),
  height: optional(positive),
  role: optional(text),
})

const imageFields = {
  url: required(url),
  alt: required(anyText, 'Empty: the picture is decorative.'),
  width: optional(positive, 'px'),
  height: optional(positive, 'px'),
  renditions: optional(list(rendition)),
} satisfies Fields

const attribution = object({
  name: required(text),
  role: optional(text),
  url: optional(link),
  text: optional(text, 'The line as the source prints it, where that is more than "name, role".'),
})

/** What is known about an article apart from its text, field by field. */
export const metaFields = {
  title: required(text),
  kicker: optional(text),
  subtitle: optional(text),
  description: optional(text, 'For feeds, search and social; never shown in the body.'),
  authors: required(list(person)),
  contributors: optional(list(person)),
  dateline: optional(
    object({ place: required(text), date: optional(isoDate), agency: optional(text), text: optional(text) }),
  ),
  published: optional(isoDate),
  updated: optional(isoDate),
  embargoed: optional(isoDate),
  expires: optional(isoDate),
  language: required(language),
  direction: optional(direction),
  translations: optional(list(object({ language: required(language), url: required(url) }))),
  id: optional(text),
  slug: optional(text),
  url: optional(url),
  canonicalUrl: optional(url),
  section: optional(text),
  tags: optional(list(text)),
  categories: optional(list(text)),
  genre: optional(oneOf(...genres)),
  image: optional(
    object({ ...imageFields, caption: optional(nodes('inline')), credit: optional(text), rights: optional(text) }),
  ),
  publisher: optional(organisation),
  source: optional(organisation),
  citations: optional(list(object({ name: optional(text), url: required(url) }))),
  rights: optional(
    object({ holder: optional(text), notice: optional(text), license: optional(text), terms: optional(text) }),
  ),
  corrections: optional(
    list(
      object({
        kind: required(oneOf('correction', 'clarification', 'update', 'retraction')),
        date: optional(isoDate),
        text: required(text),
      }),
    ),
  ),
  status: optional(oneOf('draft', 'final', 'withheld', 'retracted')),
  isAccessibleForFree: optional(boolean),
  freeBlocks: optional({ is: 'integer', min: 0 }, "How many of the body's top-level blocks are free to read."),
  about: optional(list(topic)),
  mentions: optional(list(topic)),
  sponsored: optional(organisation),
  updates: optional(
    list(
      object({
        title: required(text),
        published: required(isoDate),
        updated: optional(isoDate),
        url: optional(url),
        heading: optional(text),
        author: optional(person),
      }),
    ),
  ),
  editorNote: optional(text, 'For desks; no renderer prints it.'),
  extra: optional({ is: 'map', of: { is: 'json' } }),
} satisfies Described<Meta>

/** Every node type with its own fields; `type`, `position` and `data` belong to all of them. */
export const nodeFields = {
  paragraph: { children: required(nodes('inline')) },
  heading: {
    rank: required(oneOf(1, 2, 3, 4, 5, 6)),
    id: required({ is: 'string', form: 'name' }, 'Unique in the article; links to "#id" lead here.'),
    children: required(nodes('inline')),
  },
  quote: { attribution: optional(attribution), children: required(nodes('block')) },
  pullQuote: { attribution: optional(attribution), children: required(nodes('inline')) },
  list: {
    ordered: required(boolean),
    start: optional({ is: 'integer', min: 0 }),
    tight: optional(boolean),
    children: required(nodes('listItem')),
  },
  listItem: { checked: optional(boolean, 'A task, done or not.'), children: required(nodes('block')) },
  figure: {
    images: required(list(object(imageFields), 1)),
    caption: optional(nodes('inline')),
    credit: optional(text),
    rights: optional(text),
  },
  table: {
    caption: optional(nodes('inline')),
    alt: optional(text),
    align: required(list(align)),
    headRows: required(oneOf(0, 1)),
    children: required(nodes('tableRow')),
  },
  tableRow: { children: required(nodes('tableCell')) },
  tableCell: { children: required(nodes('inline')) },
  box: { kind: required(text), title: optional(text), children: required(nodes('block')) },
  embed: { url: required(link), title: optional(text), provider: optional(text) },
  code: { value: required(anyText), lang: optional(text) },
  separator: {},
  raw: { format: required(text), value: required(anyText) },
  extension: {
    name: required(text, 'The plugin and its node: "acme:poll".'),
    attributes: required({ is: 'map', of: { is: 'json' } }),
    children: required(nodes('block')),
  },
  text: { value: required(anyText) },
  emphasis: { children: required(nodes('inline')) },
  strong: { children: required(nodes('inline')) },
  strike: { children: required(nodes('inline')) },
  superscript: { children: required(nodes('inline')) },
  subscript: { children: required(nodes('inline')) },
  inlineCode: { value: required(anyText) },
  link: { url: required(link), title: optional(text), children: required(nodes('inline')) },
  note: { label: optional(text), children: required(nodes('block')) },
  lineBreak: {},
  inlineImage: { url: required(url), alt: required(anyText), width: optional(positive), height: optional(positive) },
  span: { language: optional(language), direction: optional(direction), children: required(nodes('inline')) },
  insertion: { author: optional(text), date: optional(isoDate), children: required(nodes('inline')) },
  deletion: { author: optional(text), date: optional(isoDate), children: required(nodes('inline')) },
  comment: {
    text: required(text),
    author: optional(text),
    date: optional(isoDate),
    children: required(nodes('inline')),
  },
} satisfies { [Type in NodeType]: Described<Extract<ArticleNode, { type: Type }>> }

const blockTypes = [
  'paragraph',
  'heading',
  'quote',
  'pullQuote',
  'list',
  'figure',
  'table',
  'box',
  'embed',
  'code',
  'separator',
  'raw',
  'extension',
] as const satisfies readonly NodeType[]

const inlineTypes = [
  'text',
  'emphasis',
  'strong',
  'strike',
  'superscript',
  'subscript',
  'inlineCode',
  'link',
  'note',
  'lineBreak',
  'inlineImage',
  'span',
  'insertion',
  'deletion',
  'comment',
] as const satisfies readonly NodeType[]

/** Which node types may stand in a list of children. */
export const groups: { readonly [name in Group]: readonly NodeType[] } = {
  block: blockTypes,
  inline: inlineTypes,
  listItem: ['listItem'],
  tableRow: ['tableRow'],
  tableCell: ['tableCell'],
}

/** How deep nodes may stand in one another: readers keep below it, `checkArticle` refuses more, so renderers may recurse. */
export const MAX_DEPTH = 100

/** Returns the fields of a node type, or undefined for a type that does not exist. */
export function fieldsOf(type: string): Fields | undefined {
  return Object.hasOwn(nodeFields, type) ? (nodeFields as { [type: string]: Fields })[type] : undefined
}

export type { Shape }
