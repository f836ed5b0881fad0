import type { Block, Extension, Heading, LiveUpdate, Note } from '../../article/article.js'
import type { Labels } from '../../locale/labels.js'
import type { CitedNotes } from '../cited-notes.js'
import type { RenderContext } from '../renderer.js'

/**
 * Where the markup will stand. `page`: a document of its own. `fragment`: the body inside somebody's page. `feed`: in a feed
 * reader, which keeps no style and no script, shows several articles at once and resolves no relative address.
 */
export type HtmlMode = 'page' | 'fragment' | 'feed'

/** What the handlers know while one article is rendered. */
export interface HtmlState {
  mode: HtmlMode
  labels: Labels
  /** BCP 47, for dates. */
  language: string
  /** The text around runs from right to left: what is written from the left says so of itself. */
  rtl: boolean
  /** Absolute address of the article: in feeds, places in it and relative addresses are written against this. */
  address: string | undefined
  /** What a picture is shown from, by the address that the article gives; undefined where there is nothing to show. */
  image(url: string): ImageSource | undefined
  /** Notes met so far, in order; the list at the end is made from them. */
  notes: Note[]
  cited: CitedNotes
  /** Numbers of figures and tables so far, where the template counts them; a feed does not. */
  counters: Counters
  /** Stands before every id, so that several fragments fit into one page. */
  idPrefix: string
  /** Entries of a live blog, by the headings that their words stand under. */
  updates: ReadonlyMap<Heading, LiveUpdate>
  /** Links do not nest (HTML 4.5.1): inside one, another is only its words. */
  inLink: boolean
  /** Level of the section heading above: a box's title stands one below. */
  level: number
  report: RenderContext<unknown>['report']
  extension: RenderContext<unknown>['extension']
  /** The allow-list for foreign markup; present where the article holds any. */
  sanitise: Sanitise | undefined
}

/** How many captions of a kind were numbered; undefined where they are not. */
export interface Counters {
  figure: number | undefined
  table: number | undefined
  /** Scrolling regions so far: each has a name of its own. */
  regions: number
}

/** A picture's address in the output, and its size where known. */
export interface ImageSource {
  src: string
  width?: number
  height?: number
}

/** Returns the markup that the allow-list lets through, and the names of what was left out. */
export type Sanitise = (html: string, state: HtmlState) => { html: string; dropped: string[] }

/** What a plugin's handler is given beside its node. */
export interface HtmlTools {
  mode: HtmlMode
  /** Renders child blocks as this format does. */
  render(blocks: readonly Block[]): string
  escape(text: string): string
}

/** A plugin's handler for its extension nodes: returns markup, which passes the allow-list before it is written. */
export type HtmlExtension = (node: Extension, tools: HtmlTools) => string
