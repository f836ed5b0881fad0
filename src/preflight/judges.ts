import type { Message } from '../diagnostics/message.js'

/** Says what is wrong with a finished file, whoever made it. Never rejects over content. */
export type Judge = (bytes: Uint8Array) => Promise<Message[]>

/** A kind of finished file, and its judge, which is loaded when the first such file is to be judged. */
export interface JudgeEntry {
  /** With its dot, in lower case. */
  extension: string
  load(): Promise<Judge>
}

/**
 * Judges a PDF by PDF/UA-1 and PDF/A-2a or 3a, whoever made it: no message means that nothing was found. Never rejects; a
 * broken, encrypted or hostile file is a message too.
 */
export async function preflight(pdf: Uint8Array): Promise<Message[]> {
  const { preflightPdf } = await import('./pdf/preflight-pdf.js')
  return preflightPdf(pdf)
}

/** Every kind of finished file that can be judged. */
export const judges: readonly JudgeEntry[] = [
  { extension: '.pdf', load: async () => preflight },
  { extension: '.docx', load: async () => (await import('./docx/preflight-docx.js')).preflightDocx },
  { extension: '.jsonld', load: jsonldJudge },
  { extension: '.xml', load: feedJudge },
  { extension: '.rss', load: feedJudge },
  { extension: '.atom', load: feedJudge },
]

async function feedJudge(): Promise<Judge> {
  const { preflightFeed } = await import('./feed/preflight-feed.js')
  return async bytes => preflightFeed(new TextDecoder().decode(bytes))
}

async function jsonldJudge(): Promise<Judge> {
  const { preflightJsonld } = await import('./jsonld/preflight-jsonld.js')
  return async bytes => preflightJsonld(new TextDecoder().decode(bytes))
}

/** Returns the judge for a file by the end of its name; undefined where there is none. */
export function judgeFor(name: string): JudgeEntry | undefined {
  const lower = name.toLowerCase()
  return judges.find(({ extension }) => lower.endsWith(extension))
}

/** Judges a file by the end of its name. Returns undefined where nothing here knows its kind. */
export async function judgeFile(name: string, bytes: Uint8Array): Promise<Message[] | undefined> {
  const judge = await judgeFor(name)?.load()
  return judge?.(bytes)
}
