import { suggestion } from '../../diagnostics/nearest.js'
import { OptionsError } from '../renderer.js'

/** Options of the PDF format. */
export interface PdfOptions {
  /** Page size in place of the template's: `a4`, `letter`, or points as `400x600`. */
  pageSize?: { width: number; height: number }
  /** A table of contents after the title block. Default: none. */
  toc: boolean
  /** Marks at the corners that show where the sheet is cut to the page. Default: none. */
  cropMarks: boolean
  /** How far the sheet goes on beyond the page on every side, points. Default: 0, with crop marks 9 (3 mm). */
  bleed: number
  /**
   * Which standards the file claims: PDF/UA-1 with PDF/A-2a or, where something is attached, PDF/A-3a; or none. The file is
   * tagged either way.
   */
  profile: 'ua1+a2a' | 'ua1+a3a' | 'plain'
  /** What the file carries of the article: its source, the article as JSON, its NewsArticle markup. Default: nothing. */
  attach: AttachmentKind[]
  /** The finest that a picture is, pixels to an inch at the size it is shown: a finer one is scaled down. Default 300. */
  pictureDpi: number
}

/** What can be attached. */
const attachmentKinds = ['source', 'article.json', 'jsonld'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** Points. */
export const pageSizes: { readonly [name: string]: { width: number; height: number } } = {
  a4: { width: 595.276, height: 841.89 },
  a5: { width: 419.528, height: 595.276 },
  letter: { width: 612, height: 792 },
  legal: { width: 612, height: 1008 },
}

const names = ['pageSize', 'toc', 'cropMarks', 'bleed', 'profile', 'attach', 'pictureDpi']

/** Checks and completes the options. Throws `OptionsError` on a wrong name or value. */
export function readPdfOptions(input: Readonly<Record<string, unknown>>): PdfOptions {
  for (const name of Object.keys(input)) {
    if (!names.includes(name))
      throw new OptionsError(`options of \`pdf\`: there is no key \`${name}\` (${suggestion(name, names)})`)
  }
  const attach = readAttach(input.attach)
  const options: PdfOptions = {
    toc: readFlag('toc', input.toc),
    cropMarks: readFlag('cropMarks', input.cropMarks),
    bleed: readBleed(input.bleed, input.cropMarks === true ? 9 : 0),
    profile: readProfile(input.profile, attach.length > 0),
    attach,
    pictureDpi: readDpi(input.pictureDpi),
  }
  if (input.pageSize !== undefined) options.pageSize = readPageSize(input.pageSize)
  return options
}

function readFlag(name: string, value: unknown): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false
  throw new OptionsError(`options of \`pdf\`: \`${name}\` is ${JSON.stringify(value)} (write true or false)`)
}

function readBleed(value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise
  const bleed = Number(value)
  if (Number.isFinite(bleed) && bleed >= 0 && bleed <= 72) return bleed
  throw new OptionsError(`options of \`pdf\`: \`bleed\` is ${JSON.stringify(value)} (write points, 0 to 72)`)
}

function readProfile(value: unknown, attaches: boolean): PdfOptions['profile'] {
  if (value === undefined) return attaches ? 'ua1+a3a' : 'ua1+a2a'
  if (value === 'ua1+a3a' || value === 'plain') return value
  if (value === 'ua1+a2a' && !attaches) return value
  const reason =
    value === 'ua1+a2a'
      ? '`profile` is "ua1+a2a", which allows no attachments (write "ua1+a3a", or leave `attach` out)'
      : `\`profile\` is ${JSON.stringify(value)} (write "ua1+a2a", "ua1+a3a" or "plain")`
  throw new OptionsError(`options of \`pdf\`: ${reason}`)
}

/** A list, or names parted by commas as the command line has them; each counts once. */
function readAttach(value: unknown): AttachmentKind[] {
  const list = typeof value === 'string' ? value.split(',').map(name => name.trim()) : (value ?? [])
  const wrong = Array.isArray(list) ? list.find(name => !attachmentKinds.includes(name)) : value
  if (wrong === undefined) return [...new Set(list as AttachmentKind[])]
  throw new OptionsError(
    `options of \`pdf\`: \`attach\` names ${JSON.stringify(wrong)} (there are ${attachmentKinds.join(', ')})`,
  )
}

function readDpi(value: unknown): number {
  if (value === undefined) return 300
  const dpi = Number(value)
  if (Number.isFinite(dpi) && dpi >= 36 && dpi <= 2400) return dpi
  throw new OptionsError(
    `options of \`pdf\`: \`pictureDpi\` is ${JSON.stringify(value)} (write a number from 36 to 2400)`,
  )
}

function readPageSize(value: unknown): { width: number; height: number } {
  const named = typeof value === 'string' ? pageSizes[value.toLowerCase()] : undefined
  if (named) return named
  const parts = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)$/.exec(String(value))
  const width = Number(parts?.[1])
  const height = Number(parts?.[2])
  // Below 200 points no measure is left between the margins; PDF ends at 14,400 (ISO 32000-1 Annex C).
  if (parts && width >= 200 && height >= 200 && width <= 14_400 && height <= 14_400) return { width, height }
  throw new OptionsError(
    `options of \`pdf\`: \`pageSize\` is ${JSON.stringify(value)} (write ${Object.keys(pageSizes).join(', ')} or points as "400x600")`,
  )
}
