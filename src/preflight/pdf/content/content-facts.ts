import type { PdfDict } from '../file/objects.js'
import type { PdfFont } from '../font/pdf-font.js'

/** How a code was shown, as bits. */
export const SHOWN = 1
/** Outside any `ActualText`: the code's own Unicode value is all that a reader has. */
export const WITHOUT_ACTUAL_TEXT = 2

/** What a font was used for. */
export interface FontUse {
  font: PdfFont
  /** Code to the bits above; 0 where it was only set invisibly. */
  codes: Map<number, number>
  page: number
  /** Whether a string could not be cut into codes. */
  isUndecoded: boolean
}

/** Marked-content identifiers of one content stream: a page's, or a form's own. */
export interface MarkedContent {
  /** The page's or the form's dictionary. */
  owner: PdfDict
  page: number
  isForm: boolean
  structParents: number | undefined
  /** MCID to how often it stands there. */
  ids: Map<number, number>
  /** Identifiers whose text has no language of its own in the content stream. */
  idsWithText: Set<number>
}

/** What was seen in the content of all pages. */
export interface ContentFacts {
  fonts: Map<PdfDict, FontUse>
  marked: Map<PdfDict, MarkedContent>
  /** A page's use of the colours that only an output intent defines, with the first place. */
  colours: Map<string, string>
  /** Dictionaries of images and of graphics states that were used, with the first page. */
  images: Map<PdfDict, number>
  states: Map<PdfDict, number>
  /** Tags of marked content, with the first page. */
  languages: { language: string; page: number }[]
}

/** Returns an empty record. */
export function createFacts(): ContentFacts {
  return {
    fonts: new Map(),
    marked: new Map(),
    colours: new Map(),
    images: new Map(),
    states: new Map(),
    languages: [],
  }
}
