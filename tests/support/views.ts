import type { Article } from '../../src/article/article.js'
import { htmlView } from './view-html.js'
import { jsonldView } from './view-jsonld.js'
import { pdfView } from './view-pdf.js'
import { rssView } from './view-rss.js'
import { wordView } from './view-word.js'

/** Where a fixture's article came from, for views that load its pictures or print its name. */
export interface FixtureContext {
  /** Name of the fixture's folder. */
  name: string
  /** Absolute path of the fixture's folder. */
  folder: string
}

/** What one format makes of a fixture, as text that a person can review. */
export interface View {
  /** The snapshot's file in the fixture's folder: "pdf.txt". */
  file: string
  /** Returns the text to compare; undefined where this fixture has no such view. */
  render(article: Article, fixture: FixtureContext): Promise<string | undefined>
}

/** Every view that `fixtures.test.ts` compares. A format adds its own here, from a file `view-<format>.ts` beside this one. */
export const views: readonly View[] = [htmlView, rssView, jsonldView, wordView, pdfView]
