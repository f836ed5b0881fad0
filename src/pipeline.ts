/**
 * The way an article travels: source → reader → transforms → check → renderer → output. One direction, no way back. Nothing
 * here knows a format, a file or a clock; what was noticed on the way comes back as messages.
 */
import type { Article } from './article/article.js'
import { checkArticle } from './article/check.js'
import type { Collection } from './article/collection.js'
import { createLoader } from './assets/load-asset.js'
import { createMessage, type Message, type MessageDetails, type Report } from './diagnostics/message.js'
import type { RuleId } from './diagnostics/rules.js'
import { type Host, hasPassed } from './host/host.js'
import { decode } from './readers/decode.js'
import type { ReadContext, Reader, ReadResult, SourceHead } from './readers/reader.js'
import type { Output, Placed, RenderContext, Renderer, SiteContext, SourceText } from './renderers/renderer.js'
import { bareTemplate } from './templates/bare-template.js'
import type { Template } from './templates/template.js'
import { readerFor, type Toolkit } from './toolkit.js'

/** Reads a source into an article: decodes it, finds its reader, lets the transforms change it, checks what came out. */
export async function readArticle(
  source: string | Uint8Array,
  toolkit: Toolkit,
  context: ReadContext = {},
): Promise<ReadResult> {
  const reader = readerFor(toolkit, context.path, source)
  if ('rule' in reader) return { messages: [reader] }
  return changed(await readWith(reader, source, withNames(context, toolkit)), toolkit)
}

/** A reader's article is finished where the reader has judged it and no transform changes it. */
function changed(read: ReadResult, toolkit: Toolkit): ReadResult | Promise<ReadResult> {
  const { article, checked } = read
  return !article || (checked && toolkit.transforms.length === 0) ? read : transform(article, read, toolkit)
}

function withNames(context: ReadContext, { extensions }: Toolkit): ReadContext {
  return context.extensionNames ? context : { ...context, extensionNames: Object.keys(extensions) }
}

/**
 * Returns what an article will say of itself without reading all of it; undefined where its reader cannot tell, or a
 * transform may change it.
 */
export function readHead(
  source: Uint8Array,
  toolkit: Toolkit,
  context: ReadContext,
): SourceHead | undefined | Promise<SourceHead | undefined> {
  if (toolkit.transforms.length > 0) return undefined
  const reader = readerFor(toolkit, context.path, source)
  const head = 'rule' in reader ? undefined : reader.head?.(source, withNames(context, toolkit))
  return head instanceof Promise ? head.then(each => withRest(each, toolkit)) : withRest(head, toolkit)
}

function withRest(head: SourceHead | undefined, toolkit: Toolkit): SourceHead | undefined {
  if (!head?.rest) return head
  const { rest } = head
  return { ...head, rest: async bytes => changed(await rest(bytes), toolkit) }
}

async function readWith(reader: Reader, source: string | Uint8Array, context: ReadContext): Promise<ReadResult> {
  if (typeof source === 'string') return reader.read(source, context)
  if (reader.readBytes) return reader.readBytes(source, context)
  const { text, message } = decode(source)
  return message ? { messages: [message] } : reader.read(text, context)
}

async function transform(article: Article, read: ReadResult, toolkit: Toolkit): Promise<ReadResult> {
  const messages = [...read.messages]
  const report: Report = (rule, reason, details) => messages.push(createMessage(rule, reason, details))
  let current = article
  for (const change of toolkit.transforms) current = await change(current, { report })
  const checked = checkArticle(current)
  messages.push(...checked.messages)
  const { article: _before, fit: _fit, ...rest } = read
  return checked.article ? { ...rest, article: checked.article, messages } : { ...rest, messages }
}

/** A source: what messages call it, the path or address from which its pictures are found, and those that it holds. */
export interface SourcePlace {
  file?: string
  base?: string
  assets?: ReadonlyMap<string, Uint8Array>
  /** As the reader says of its texts: see `ReadResult`. */
  fit?: true
  /** Gives the text that it was read from, once more. */
  source?: () => SourceText | undefined
}

/** What a renderer is to work with. */
export interface RenderSetting {
  host: Host
  /** Default: a bare one, enough for formats that are only text. */
  template?: Template
  site?: SiteContext
  /** The renderer's own options, as the user gave them. */
  options?: { readonly [option: string]: unknown }
  /** Says which source a node stands in: one for an article, several in a collection. */
  sourceOf?: (from: Placed | undefined) => SourcePlace | undefined
  /** Told which article of a collection the renderer is at, before `sourceOf` is asked about any of its nodes. */
  about?: RenderContext<unknown>['about']
  extensions?: Toolkit['extensions']
  /** Renders the same article in another format. */
  other?: RenderContext<unknown>['other']
}

/** An output and what was noticed while it was made. Where the body is a stream, messages go on coming until its end. */
export interface RenderResult {
  output: Output
  messages: Message[]
}

/** Renders an article or a collection; an article for a collection's renderer is a collection of one. Throws `OptionsError`. */
export async function renderTo(
  renderer: Renderer,
  what: Article | Collection,
  setting: RenderSetting,
): Promise<RenderResult> {
  const messages: Message[] = []
  const context = renderContext(renderer, setting, messages)
  if (renderer.scope === 'collection') {
    const collection = what.type === 'collection' ? what : collectionOf([what], setting.site, what)
    return { output: await renderer.render(collection, context), messages }
  }
  if (what.type === 'collection')
    throw new TypeError(`the format \`${renderer.name}\` is made of one article, not of a collection`)
  return { output: await renderer.render(what, context), messages }
}

/**
 * Returns a collection of articles under the site's name; where that is not said, the name is empty and each format finds one.
 * `like` gives what else the site does not say.
 */
export function collectionOf(articles: Collection['articles'], site: SiteContext = {}, like?: Article): Collection {
  const publisher = site.publisher ?? like?.meta.publisher
  return {
    type: 'collection',
    title: site.title ?? '',
    language: site.language ?? like?.meta.language ?? 'en',
    ...(site.description && { description: site.description }),
    ...(site.url && { url: site.url }),
    ...(publisher && { publisher }),
    articles,
  }
}

function renderContext(renderer: Renderer, setting: RenderSetting, messages: Message[]): RenderContext<unknown> {
  const { host, site = {}, template = bareTemplate, extensions = {} } = setting
  const say = (rule: RuleId, reason: string, from: Placed | undefined, details: MessageDetails) => {
    const file = setting.sourceOf?.(from)?.file
    const message = createMessage(rule, reason, { position: from?.position, ...details })
    messages.push({ ...message, format: renderer.name, ...(file !== undefined && { file }) })
  }
  let now: Date | undefined
  // The pictures of an article go with it: a feed passes through many.
  const loaders = new WeakMap<SourcePlace, ReturnType<typeof createLoader>>()
  const nowhere: SourcePlace = {}
  return {
    options: renderer.options(setting.options ?? {}),
    template,
    // Looked at only when asked for: what never asks does not depend on the clock.
    get now() {
      now ??= host.now()
      return now
    },
    hasPassed: moment => hasPassed(host, moment),
    host,
    site,
    ...(setting.about && { about: setting.about }),
    report: (reason, rule, from, severity) => say(rule, reason, from, { severity }),
    async load(url, from) {
      const place = setting.sourceOf?.(from) ?? nowhere
      const loader = loaders.get(place) ?? createLoader(host, place)
      loaders.set(place, loader)
      const loaded = await loader(url)
      if ('asset' in loaded) return loaded.asset
      say(loaded.rule, loaded.refused, from, { hint: loaded.hint })
      return undefined
    },
    source: () => setting.sourceOf?.(undefined)?.source?.(),
    ...(setting.other && { other: setting.other }),
    fit: ({ children: [first] }) => setting.sourceOf?.(first)?.fit === true,
    held: (url, from) => setting.sourceOf?.(from)?.assets?.get(url),
    extension: (name, format = renderer.name) =>
      Object.hasOwn(extensions, name) ? extensions[name]![format] : undefined,
  }
}
