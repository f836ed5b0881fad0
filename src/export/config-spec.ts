import { about, anything, choice, type DataFields, type DataShape, fields, words } from '../diagnostics/data-shape.js'
import type { Plugin } from '../plugin.js'
import type { Limits } from '../readers/reader.js'
import type { SiteContext } from '../renderers/renderer.js'

/** A font file and what is not to be taken from the file itself. */
export interface FontOption {
  /** TTF, OTF, TTC, WOFF or WOFF2; of a collection one font by number or name: `songti.ttc#2`. */
  file: string
  /** Name under which the `fonts` of a template ask for it. */
  family?: string
  /** 100–900 */
  weight?: number
  italic?: boolean
  /** ISO 15924 tags of scripts that it is to set, such as `Arab`. Default: any that lack a font. */
  scripts?: string[]
}

/** What `standfirst.config.{json,yaml,mjs}` may say. Options of each format stand under the format's name. */
export interface Config {
  /** Formats made where `--to` names none. */
  to?: string | string[]
  /** Address of the site, or more about it. */
  site?: string | { url?: string; title?: string; description?: string; permalink?: string }
  /** Who publishes: for articles that do not say so themselves. */
  publisher?: string | NonNullable<SiteContext['publisher']>
  /** Options of every feed format, its title, description, copyright and address. */
  feed?: { title?: string; description?: string; copyright?: string; url?: string; [option: string]: unknown }
  /** Name of a template, or a path relative to this file. */
  template?: string
  /** BCP 47: of articles that name no language. */
  language?: string
  /** IANA zone: of times that name none. */
  timezone?: string
  /** Plugins, or the paths and names of modules that export one. */
  plugins?: (Plugin | string)[]
  /** Font files for the PDF, relative to this file, in order of preference. */
  fonts?: (string | FontOption)[]
  /** Folder that pictures may not come from outside of, relative to this file. Default: the folder of this file. */
  root?: string
  parser?: 'satteri' | 'remark'
  /** File that notes what was made of what, so that the next run skips what has not changed; relative to this file. */
  manifest?: string
  /** Bounds on what a source may be, by name; `false` lifts them all. */
  limits?: Partial<Limits> | false
  /** Options of one format. */
  [format: string]: unknown
}

const url: DataShape = {
  is: 'string',
  pattern: '^https?://[^\\s/]+',
  wanted: 'an address such as `https://example.org`',
}

/** It may be empty, as if it were not there. */
const text: DataShape = { is: 'string' }

const list = (of: DataShape): DataShape => ({ is: 'list', of })

const organisation: DataShape = {
  is: 'either',
  of: [
    words,
    fields({ name: words, url, logo: words, sameAs: list(words), policies: { is: 'map', of: words } }, ['name']),
  ],
  wanted: 'a name, or an object with `name`, `url`, `logo`',
}

const font: DataShape = {
  is: 'either',
  of: [
    words,
    fields(
      {
        file: about('TTF, OTF, TTC, WOFF or WOFF2; of a collection one font by number or name: `songti.ttc#2`.', words),
        family: about('Name under which the `fonts` of a template ask for it.', words),
        weight: { is: 'number', min: 1, max: 1000 },
        italic: { is: 'boolean' },
        scripts: about(
          'ISO 15924 tags of scripts that it is to set: `Arab`. Default: any that lack a font.',
          list({ is: 'string', pattern: '^[A-Z][a-z]{3}$', wanted: 'the tag of a script such as `Arab`' }),
        ),
      },
      ['file'],
    ),
  ],
  wanted: 'a path, or an object with `file`, `family`, `weight`, `italic`, `scripts`',
}

const permalink = about('Address of a story that names none: `/news/{slug}/`.', words)

const language: DataShape = {
  is: 'string',
  // A language has two or three letters: "english" is well-formed, but no language has that tag.
  pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$',
  wanted: 'a language tag such as `en` or `pt-BR`',
}

const count: DataShape = { is: 'number', min: 1, integer: true }

const limits = {
  size: about('Whole source, in characters.', count),
  line: about('One line outside fenced code, in characters.', count),
  lineWork: about('Marks times characters, over all long lines that are not ASCII.', count),
  nesting: about('How deep quotes, lists and markup may stand in one another.', count),
  marks: about('Inline marks in one block.', count),
  blockLines: about('Lines in one block.', count),
  containerMarks: about('Container marks on lines that are more than four deep.', count),
  openDirectives: about('Directives open at once.', count),
  definitions: about('Link and note definitions.', count),
  setextHeadings: about('Headings underlined with `-` or `=`.', count),
  frontMatterSize: about('Front matter, in characters.', count),
  frontMatterKeys: count,
  frontMatterDepth: count,
} satisfies { [name in keyof Limits]: DataShape }

/** The keys that have a meaning of their own; every other key is the name of a format. */
const configFields: DataFields = {
  $schema: anything,
  to: about('Formats made where `--to` names none.', {
    is: 'either',
    of: [words, list(words)],
    wanted: 'a format or a list of formats',
  }),
  site: about('Address of the site, or more about it.', {
    is: 'either',
    of: [url, fields({ url, title: words, description: words, permalink })],
    wanted: 'an address, or an object with `url`, `title`, `description`, `permalink`',
  }),
  publisher: about('Who publishes: for articles that do not say so themselves.', organisation),
  feed: about('Options of every feed format, its title, description, copyright and address.', {
    is: 'map',
    known: { title: text, description: text, copyright: text },
    of: anything,
  }),
  template: about('Name of a template, or a path relative to this file.', words),
  language: about('BCP 47: of articles that name no language.', language),
  timezone: about('IANA zone of times that name none: `Europe/Oslo`.', words),
  plugins: about('Plugins, or the paths and names of modules that export one.', list(anything)),
  fonts: about('Font files for the PDF, relative to this file, in order of preference.', list(font)),
  root: about('Folder that pictures may not come from outside of, relative to this file.', words),
  parser: choice('satteri', 'remark'),
  manifest: about(
    'File that notes what was made of what, so that the next run skips what has not changed; relative to this file.',
    words,
  ),
  limits: about('Bounds on what a source may be; `false` lifts them all.', {
    is: 'either',
    of: [{ is: 'boolean', only: false }, fields(limits)],
    wanted: '`false`, or an object with numbers',
  }),
}

/** Returns the shape of a configuration in which each of the formats may have its options. */
export function configShape(formats: readonly string[]): DataShape {
  const options: DataShape = { is: 'map', of: anything }
  return fields({ ...configFields, ...Object.fromEntries(formats.map(name => [name, options])) })
}
