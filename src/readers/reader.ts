import type { Article, IsoDate } from '../article/article.js'
import type { Message } from '../diagnostics/message.js'

/** Turns one kind of source into the canonical article. */
export interface Reader {
  name: string
  /** File name endings with their dot: ".md". */
  extensions: string[]
  /** Never throws over content: what is wrong with it comes back as messages. */
  read(source: string, context: ReadContext): Promise<ReadResult> | ReadResult
  /** For sources that are no text (a Word file): called with the bytes in place of `read`. */
  readBytes?(source: Uint8Array, context: ReadContext): Promise<ReadResult> | ReadResult
  /**
   * Tells beforehand what a run of many sources orders and names them by, unchecked, at a small part of the cost of reading;
   * undefined where only reading shows it. The bytes are good until the first `await`: `rest` is given them once more.
   */
  head?(source: Uint8Array, context: ReadContext): Promise<SourceHead | undefined> | SourceHead | undefined
}

/** What an article will say of itself in its metadata, as far as it is an article. */
export interface SourceHead {
  published?: IsoDate | undefined
  updated?: IsoDate | undefined
  slug?: string | undefined
  /** What may keep it out of a feed. */
  status?: string | undefined
  embargoed?: string | undefined
  expires?: string | undefined
  /** Reads the rest of the same source, with what is known of it; absent where nothing is, and it is to be read as any other. */
  rest?: (source: Uint8Array) => Promise<ReadResult> | ReadResult
}

/** What a reader may need to know beside the source. */
export interface ReadContext {
  /** Path as the user named it; its stem is the title of last resort. */
  path?: string
  /** Bounds on size and nesting; what is absent follows the parser in use, `false` lifts them all. */
  limits?: Partial<Limits> | false
  /** Which Markdown parser to use. Default: satteri where its binding loads, else remark. */
  parser?: 'satteri' | 'remark'
  /** IANA zone for a time that names none. */
  timezone?: string
  /** BCP 47 language of an article that names none. Default "en". */
  language?: string
  /** Address of the site: relative links are resolved against it where the article has no `url`. */
  site?: string
  /** Front matter given from outside, by field: it wins over the source's own. */
  meta?: { [field: string]: unknown }
  /** Names of the extension nodes that plugins have registered: "acme:poll". */
  extensionNames?: readonly string[]
  /** For Word files: what the house's own paragraph styles stand for, by their names: `{"House Pull": "Pull Quote"}`. */
  styles?: { readonly [name: string]: string }
}

/** The article, or why there is none. `article` is absent exactly where a message is an error. */
export interface ReadResult {
  article?: Article
  messages: Message[]
  /** Options by format from the source itself: front matter's `format.docx`. */
  options?: { [format: string]: { [option: string]: unknown } }
  /** The reader has judged the article by the model already. */
  checked?: true
  /** No text of the article holds what XML 1.0 (2.2) or HTML refuses: the reader has looked at all of the source. */
  fit?: true
  /** Pictures that the source itself holds, by the addresses that the article's nodes give them. */
  assets?: ReadonlyMap<string, Uint8Array>
}

/** What a reader refuses to take in, so that no file can hang or kill the process. */
export interface Limits {
  /** Whole source, in characters. */
  size: number
  /** One line outside fenced code, in characters; of a picture's `data:` address only the size is bounded. */
  line: number
  /** Marks times characters, over all long lines that are not ASCII: satteri counts columns anew for every node there. */
  lineWork: number
  /** How deep quotes, lists and markup may stand in one another. */
  nesting: number
  /** Inline marks in one block. */
  marks: number
  /** Lines in one block. */
  blockLines: number
  /** Container marks on lines that are more than four deep. */
  containerMarks: number
  /** Directives open at once. */
  openDirectives: number
  /** Link and note definitions. */
  definitions: number
  /** Headings underlined with `-` or `=`. */
  setextHeadings: number
  /** Front matter: characters, keys, depth. */
  frontMatterSize: number
  frontMatterKeys: number
  frontMatterDepth: number
}
