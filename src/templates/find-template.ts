import type { DataProblem } from '../diagnostics/check-data.js'
import { createMessage, type Message } from '../diagnostics/message.js'
import { suggestion } from '../diagnostics/nearest.js'
import { checkTemplate, checkTemplateFile } from './check-template.js'
import { mergeTemplate, type TemplateData } from './merge-template.js'
import type { Template } from './template.js'

/** A template as it was read: its data and where it came from, for messages and for paths relative to it. */
export interface TemplateSource {
  data: unknown
  /** Path or name to print. */
  file: string
  /** Where `extends` looks for relative paths; absent for templates that are no files. */
  base?: string
}

/** Supplies templates by name or path; undefined where there is none. Throws `TemplateError` on one that cannot be read. */
export interface TemplateLibrary {
  names: readonly string[]
  read(nameOrPath: string, base?: string): Promise<TemplateSource | undefined>
}

/** A template that cannot be used: wrong configuration, not wrong content. */
export class TemplateError extends Error {
  override name = 'TemplateError'
  constructor(readonly messages: readonly Message[]) {
    super(messages.map(each => (each.hint ? `${each.reason}; ${each.hint}` : each.reason)).join('\n'))
  }
}

/** More than any house style needs; a chain this long goes in a circle or might as well. */
const MOST_EXTENDS = 10

/**
 * Finds a template, merges what it extends, and judges the whole. Throws `TemplateError` with every problem: no such
 * template (with the nearest name), a bad key (with the nearest right one), a colour that nobody defines.
 */
export async function findTemplate(nameOrPath: string, library: TemplateLibrary): Promise<Template> {
  const chain = await readChain(nameOrPath, library)
  const problems = chain.flatMap(source => inFile(source, checkTemplateFile(source.data)))
  if (problems.length > 0) throw new TemplateError(problems)
  const merged = chain.reduceRight<TemplateData>((base, source) => mergeTemplate(base, source.data as TemplateData), {})
  const named = { name: chain[0]!.file, ...merged }
  const remaining = inFile(chain[0]!, checkTemplate(named))
  if (remaining.length > 0) throw new TemplateError(remaining)
  return named as unknown as Template
}

/** Returns a template that a program hands over as it is. Throws `TemplateError` with every problem. */
export function wholeTemplate(template: Template): Template {
  const problems = checkTemplate(template)
  if (problems.length > 0) throw new TemplateError(problems.map(toMessage))
  return template
}

/** Returns the template and those it extends, itself first. */
async function readChain(nameOrPath: string, library: TemplateLibrary): Promise<TemplateSource[]> {
  const chain: TemplateSource[] = []
  let wanted: string | undefined = nameOrPath
  while (wanted !== undefined) {
    const from: TemplateSource | undefined = chain.at(-1)
    const source = await library.read(wanted, from?.base)
    if (!source) throw notFound(wanted, from, library)
    if (chain.length >= MOST_EXTENDS || chain.some(each => each.file === source.file))
      throw new TemplateError([inCircle(chain, source)])
    chain.push(source)
    wanted = extendsOf(source.data)
  }
  return chain
}

function extendsOf(data: unknown): string | undefined {
  const name = typeof data === 'object' && data !== null ? (data as { extends?: unknown }).extends : undefined
  return typeof name === 'string' ? name : undefined
}

function notFound(wanted: string, from: TemplateSource | undefined, library: TemplateLibrary): TemplateError {
  const message = createMessage('template-missing', `there is no template \`${wanted}\``, {
    hint: `${suggestion(wanted, library.names)} (or give the path of a folder with a template.json)`,
  })
  return new TemplateError([from ? { ...message, file: from.file, path: 'extends' } : message])
}

function inCircle(chain: readonly TemplateSource[], again: TemplateSource): Message {
  const names = [...chain, again].map(each => each.file).join(' → ')
  return {
    ...createMessage('template-circle', `templates extend each other in a circle: ${names}`),
    file: chain[0]!.file,
  }
}

function inFile(source: TemplateSource, problems: readonly DataProblem[]): Message[] {
  return problems.map(problem => ({ ...toMessage(problem), file: source.file }))
}

function toMessage({ path, reason, hint }: DataProblem): Message {
  return createMessage('template-key', reason, { path, hint })
}
