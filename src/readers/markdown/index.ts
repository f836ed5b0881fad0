import type { Article, Meta } from '../../article/article.js'
import { createMessage, type Message, type Report } from '../../diagnostics/message.js'
import { giveHeadingIds } from '../../transforms/heading-ids.js'
import { splitFrontMatter } from '../front-matter/split.js'
import type { ReadContext, ReadResult } from '../reader.js'
import { readBlocks } from './blocks.js'
import { collectDefinitions, reportUncitedNotes } from './notes.js'
import { closeUpRanks } from './outline.js'
import { loadParser } from './parse.js'
import type { Reading } from './reading.js'
import { tidyText } from './tidy.js'

/** Reads an article from Markdown with YAML front matter. Never throws over content. */
export async function readMarkdown(source: string, context: ReadContext = {}): Promise<ReadResult> {
  const messages: Message[] = []
  const report: Report = (rule, reason, details) => messages.push(createMessage(rule, reason, details))
  const { yaml, body } = splitFrontMatter(source)
  const { parse } = await loadParser(context.parser)
  const reading: Reading = {
    source: body,
    report,
    base: context.site,
    language: context.language ?? 'en',
    extensionNames: context.extensionNames ?? [],
    definitions: new Map(),
    notes: new Map(),
    noteDepth: 0,
    noteBudget: 20_000,
    unwrapped: new Map(),
  }
  const tree = parse(body)
  collectDefinitions(tree, reading)
  const children = readBlocks(tree.children, reading)
  reportUncitedNotes(reading)
  closeUpRanks(children, reading)
  tidyText(children)
  giveHeadingIds(children)
  const title = /^title:[ \t]*(.*)$/m.exec(yaml?.text ?? '')?.[1] ?? 'Untitled'
  const meta: Meta = { title, authors: [], language: 'en' }
  const article: Article = { type: 'article', version: 1, meta, children }
  return { article, messages }
}
