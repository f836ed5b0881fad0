import type { Message, Report } from '../../diagnostics/message.js'
import { placeAt } from '../place.js'
import type { Limits } from '../reader.js'
import type { MapEntry } from './entry.js'
import { parsePlain } from './parse-plain.js'
import { prescan } from './prescan.js'
import { type FrontMatterBlock, type SplitSource, splitFrontMatter } from './split.js'

export { type FrontMatter, readFrontMatter } from './read.js'
export { frontMatterIn } from './split.js'

/** The front matter's values, and where it ends. */
export interface OpenedSource {
  values: MapEntry
  bodyStart: number
}

/** Words for each way in which a block can be too much. */
const tooMuch = {
  size: (limit: number): string => `the front matter has more than ${limit} characters`,
  keys: (limit: number): string => `the front matter has more than ${limit} keys`,
  depth: (limit: number): string => `the front matter is nested more than ${limit} deep`,
}

/**
 * Divides a source into front matter and body and parses the first. Returns undefined, with errors reported at their places,
 * where it cannot be read: what the body lacks would then be said for nothing.
 */
export function openSource(
  source: string,
  limits: Limits,
  report: Report,
): OpenedSource | undefined | Promise<OpenedSource | undefined> {
  const { yaml, toml, bodyStart = 0, trouble, fence } = splitFrontMatter(source)
  if (trouble) reportTrouble(trouble, fence, report)
  if (trouble === 'unclosed') return undefined
  const values = yaml && parsePlain(yaml, limits)
  if (values) return { values, bodyStart }
  const block = yaml ?? toml
  return block
    ? openAny(block, { source, bodyStart, isToml: block === toml }, limits, report)
    : { values: { kind: 'map', fields: new Map() }, bodyStart }
}

/** Parses with a library, which is half of the reader's code: loaded only for front matter that is not plain. */
async function openAny(
  block: FrontMatterBlock,
  { source, bodyStart, isToml }: { source: string; bodyStart: number; isToml: boolean },
  limits: Limits,
  report: Report,
): Promise<OpenedSource | undefined> {
  const refusal = prescan(block.text, limits)
  if (refusal) {
    report('front-matter-limit', tooMuch[refusal.what](refusal.limit), {
      position: placeAt(source, block.offset + refusal.offset),
    })
    return undefined
  }
  const values = isToml
    ? (await import('./toml.js')).parseToml(block, limits, report)
    : (await import('./yaml.js')).parseYaml(block, report)
  return values && { values, bodyStart }
}

const top: NonNullable<Message['position']> = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 4, offset: 3 },
}

function reportTrouble(trouble: NonNullable<SplitSource['trouble']>, fence = '---', report: Report): void {
  const position = top
  if (trouble === 'unclosed')
    report('front-matter-open', 'nothing closes the front matter that line 1 opens', {
      position,
      hint: `close it with a line of \`${fence}\``,
    })
  if (trouble === 'json')
    report('front-matter-text', 'front matter in JSON was read as text', {
      position,
      hint: 'write it as YAML between two lines of `---`',
    })
  if (trouble === 'script')
    report('front-matter-text', 'front matter that is a program was read as text', {
      position,
      hint: 'write it as YAML between two lines of `---`',
    })
  if (trouble === 'text')
    report('front-matter-text', `the lines after the first \`${fence}\` hold no \`key: value\` and were read as text`, {
      position,
    })
}
