import type { Message, Report } from '../../diagnostics/message.js'
import { placeAt } from '../place.js'
import type { Limits } from '../reader.js'
import type { MapEntry } from './entry.js'
import { parsePlain } from './parse-plain.js'
import { prescanYaml } from './prescan.js'
import { splitFrontMatter } from './split.js'
import type { YamlBlock } from './yaml.js'

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
  const { yaml, bodyStart = 0, trouble } = splitFrontMatter(source)
  const nothing: MapEntry = { kind: 'map', fields: new Map() }
  if (trouble) reportTrouble(trouble, report)
  if (trouble === 'unclosed' || trouble === 'toml') return undefined
  if (!yaml) return { values: nothing, bodyStart }
  const values = parsePlain(yaml, limits)
  return values ? { values, bodyStart } : openAny(yaml, bodyStart, source, limits, report)
}

async function openAny(
  yaml: YamlBlock,
  bodyStart: number,
  source: string,
  limits: Limits,
  report: Report,
): Promise<OpenedSource | undefined> {
  const values = await parseAny(yaml, source, limits, report)
  return values && { values, bodyStart }
}

/** Parses with the YAML library, which is half of the reader's code: loaded only for front matter that is not plain. */
async function parseAny(
  yaml: YamlBlock,
  source: string,
  limits: Limits,
  report: Report,
): Promise<MapEntry | undefined> {
  const refusal = prescanYaml(yaml.text, limits)
  if (refusal) {
    report('front-matter-limit', tooMuch[refusal.what](refusal.limit), {
      position: placeAt(source, yaml.offset + refusal.offset),
    })
    return undefined
  }
  const { parseYaml } = await import('./yaml.js')
  return parseYaml(yaml, report)
}

const top: NonNullable<Message['position']> = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 4, offset: 3 },
}

function reportTrouble(trouble: 'unclosed' | 'toml' | 'text', report: Report): void {
  const position = top
  if (trouble === 'unclosed')
    report('front-matter-open', 'nothing closes the front matter that line 1 opens', { position })
  if (trouble === 'toml') report('front-matter-toml', 'the front matter is TOML (`+++`); YAML is needed', { position })
  if (trouble === 'text')
    report('front-matter-text', 'the lines after the first `---` hold no `key: value` and were read as text', {
      position,
    })
}
