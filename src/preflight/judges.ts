import type { Message } from '../diagnostics/message.js'
import { jsonKindOf } from './json/json-kind.js'

/** Says what is wrong with a finished file, whoever made it. Never rejects over content. */
export type Judge = (bytes: Uint8Array) => Promise<Message[]>

/** A kind of finished file, and its judge, which is loaded when the first such file is to be judged. */
export interface JudgeEntry {
  /** With its dot, in lower case. */
  extension: string
  /** Where other files end so too: whether a text is one that is judged. */
  knows?(text: string): boolean
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
  { extension: '.json', knows: text => jsonKindOf(text) !== undefined, load: jsonJudge },
  { extension: '.xml', load: xmlJudge },
  { extension: '.rss', load: xmlJudge },
  { extension: '.atom', load: xmlJudge },
  { extension: '.html', load: pageJudge },
  { extension: '.htm', load: pageJudge },
]

async function xmlJudge(): Promise<Judge> {
  const { isSitemap, preflightSitemap } = await import('./sitemap/preflight-sitemap.js')
  const { preflightFeed } = await import('./feed/preflight-feed.js')
  return async bytes => {
    const xml = textOf(bytes)
    return isSitemap(xml) ? preflightSitemap(xml) : preflightFeed(xml)
  }
}

async function jsonldJudge(): Promise<Judge> {
  const { preflightJsonld } = await import('./jsonld/preflight-jsonld.js')
  return async bytes => preflightJsonld(textOf(bytes))
}

async function jsonJudge(): Promise<Judge> {
  return async bytes => {
    const text = textOf(bytes)
    switch (jsonKindOf(text)) {
      case 'jsonfeed':
        return (await import('./jsonfeed/preflight-json-feed.js')).preflightJsonFeed(text)
      case 'ninjs':
        return (await import('./ninjs/preflight-ninjs.js')).preflightNinjs(text)
      default:
        return (await jsonldJudge())(bytes)
    }
  }
}

async function pageJudge(): Promise<Judge> {
  const { preflightPage } = await import('./html/preflight-page.js')
  return async bytes => preflightPage(textOf(bytes))
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** Returns the judge for a file by the end of its name; undefined where there is none. */
export function judgeFor(name: string): JudgeEntry | undefined {
  const lower = name.toLowerCase()
  return judges.find(({ extension }) => lower.endsWith(extension))
}

/**
 * Judges a file by the end of its name and, where other files end so too, by what is in it. Returns undefined where nothing
 * here knows its kind.
 */
export async function judgeFile(name: string, bytes: Uint8Array): Promise<Message[] | undefined> {
  const entry = judgeFor(name)
  if (!entry || (entry.knows && !entry.knows(textOf(bytes)))) return undefined
  return (await entry.load())(bytes)
}
