import type { Article, ArticleNode, Block, Inline, Position } from '../article/article.js'
import type { Collection } from '../article/collection.js'
import { isErrorNamed } from '../diagnostics/is-error.js'
import type { Severity } from '../diagnostics/message.js'
import type { RuleId } from '../diagnostics/rules.js'
import type { Asset, Host } from '../host/host.js'
import type { Template } from '../templates/template.js'

/** What a renderer returns: the whole file, and the words the web uses for its kind. */
export interface Output {
  body: Uint8Array | string | AsyncIterable<string>
  mediaType: string
  /** File name ending with its dot: ".pdf", ".ninjs.json". For a collection the whole file name: "feed.xml". */
  extension: string
  /** Further files that belong to this one and are written with it, by file name: the parts of a split sitemap. */
  beside?: readonly SideFile[]
}

/** A file that is written beside an output, in the same folder. */
export interface SideFile {
  name: string
  body: string | Uint8Array
}

/** What a renderer is given beside the article. */
export interface RenderContext<Options> {
  options: Options
  template: Template
  /** Decides which articles a collection holds; never written into an output. */
  now: Date
  /** Returns whether a moment, in milliseconds since 1970, has passed; to ask this binds an output less to the clock than `now` does. */
  hasPassed(moment: number): boolean
  host: Host
  /** Site-wide facts from the configuration that an article may lack. */
  site: SiteContext
  /** Brings a picture, judged and measured. Reports what it refuses and then returns undefined. The same URL is loaded once. */
  load(url: string, from?: Placed): Promise<Asset | undefined>
  /** Returns the bytes of a picture that the source itself holds, as a Word file does: it lies nowhere else. */
  held?(url: string, from?: Placed): Uint8Array | undefined
  /** Whether an article is known to have no text with what XML 1.0 (2.2) or HTML refuses: it need not be looked for. */
  fit?(article: Article): boolean
  /** Returns the text that the article was read from, for formats that can carry it; absent where it came from no text. */
  source?(): SourceText | undefined
  /** Renders the same article in another format with that format's options, for formats that can carry it. */
  other?(format: string): Promise<WholeOutput | undefined>
  /** For collections: says which article is being looked at, so that what is said about its nodes finds its source. */
  about?(article: Article): void
  /** Says that something was lost or looks wrong, at the node's place in the source. */
  report(reason: string, rule: RuleId, from?: Placed, severity?: Severity): void
  /** A plugin's handler for its extension nodes by node name: for this format, or for the one named (feeds take `html`). */
  extension(name: string, format?: string): unknown
}

/** The text of an article, byte by byte as it was read, and the name of its file. */
export interface SourceText {
  name: string
  bytes: Uint8Array
}

/** An output that is there as a whole. */
export type WholeOutput = Output & { body: Uint8Array | string }

/** Reads an output to its end, where it is a stream. */
export async function wholeOutput(output: Output): Promise<WholeOutput> {
  const { body } = output
  if (typeof body === 'string' || body instanceof Uint8Array) return { ...output, body }
  const parts: string[] = []
  for await (const part of body) parts.push(part)
  return { ...output, body: parts.join('') }
}

/** Anything that knows where it stands in the source: a node, or a metadata field's place. */
export interface Placed {
  position?: Position | undefined
}

/** From the configuration: applies to every article that does not say otherwise. */
export interface SiteContext {
  /** Address of the site, without a trailing slash. */
  url?: string
  title?: string
  description?: string
  language?: string
  /** IANA zone in which a bare date begins. Default UTC. */
  timezone?: string
  publisher?: Article['meta']['publisher']
  /** Address under which the feed will stand. */
  feedUrl?: string
  /** Address of a story that names none, from `{slug} {id} {year} {month} {day} {section} {folder}`: "/news/{slug}/". */
  permalink?: string
  /** `teaser` ends a story that is not free after its first paragraph, in every format that others read away from the site. */
  paywall?: 'full' | 'teaser'
}

interface Format<Options> {
  /** What the user types: `--to docx`. */
  name: string
  description: string
  extension: string
  mediaType: string
  /** Checks and completes options from API, configuration and `--set`. Throws `OptionsError` on a bad one. */
  options(input: Readonly<Record<string, unknown>>): Options
}

/** One file per article. */
export interface ArticleRenderer<Options = unknown> extends Format<Options> {
  scope: 'article'
  render(article: Article, context: RenderContext<Options>): Promise<Output>
}

/** One file per collection; an article alone is a collection of one. */
export interface CollectionRenderer<Options = unknown> extends Format<Options> {
  scope: 'collection'
  render(collection: Collection, context: RenderContext<Options>): Promise<Output>
}

export type Renderer<Options = unknown> = ArticleRenderer<Options> | CollectionRenderer<Options>

/** What the registry holds: enough to list a format, and the way to load it when it is asked for. */
export interface RendererEntry {
  name: string
  description: string
  scope: 'article' | 'collection'
  extension: string
  load(): Promise<Renderer>
}

/** A format option with a wrong name or value: wrong usage, not wrong content. */
export class OptionsError extends Error {
  override name = 'OptionsError'
}

/** Returns whether an error says that an option is wrong, a plugin's own included. */
export function isOptionsError(error: unknown): error is OptionsError {
  return error instanceof OptionsError || isErrorNamed(error, 'OptionsError')
}

/** One function per block type: leave one out and the renderer does not compile. */
export type BlockHandlers<State, Result> = {
  [Type in Block['type']]: (node: Extract<Block, { type: Type }>, state: State) => Result
}

/** One function per inline type: leave one out and the renderer does not compile. */
export type InlineHandlers<State, Result> = {
  [Type in Inline['type']]: (node: Extract<Inline, { type: Type }>, state: State) => Result
}

/** Calls the handler for a node. */
export function handle<State, Result>(
  handlers: { [type: string]: (node: never, state: State) => Result },
  node: ArticleNode,
  state: State,
): Result {
  // The one cast that the compiler needs between a union of nodes and the map over it.
  const handler = handlers[node.type] as ((node: ArticleNode, state: State) => Result) | undefined
  if (!handler)
    throw new TypeError(`no handler for a node of type "${node.type}": check the article before rendering it`)
  return handler(node, state)
}
