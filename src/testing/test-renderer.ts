import type { Article } from '../article/article.js'
import { plainText } from '../article/text.js'
import type { Host } from '../host/host.js'
import { portableHost } from '../host/portable.js'
import { type Rendered, renderWith } from '../render-with.js'
import type { Renderer } from '../renderers/renderer.js'
import { bareTemplate } from '../templates/bare-template.js'
import type { Template } from '../templates/template.js'
import { missingLine, textIn } from './kept-words.js'
import { sampleArticles } from './sample-articles.js'

/** How a renderer is to be tried. */
export interface RendererTestOptions {
  /** Options of the format. */
  options?: { readonly [option: string]: unknown }
  /** Returns the words in an output, for formats that are not text, JSON or markup. */
  textOf?(output: Rendered['output']): string | Promise<string>
  /** `false` for a format that is not meant to hold the running text. */
  words?: boolean
  host?: Host
  template?: Template
}

/**
 * Tries a renderer on articles that hold every kind of node, broken characters and missing pictures. Returns what is wrong, a
 * sentence each: it threw, gave other bytes the second time, said another media type or file name than its own, or lost
 * running text. An empty list is a pass: `expect(await testRenderer(mine)).toEqual([])`.
 */
export async function testRenderer(renderer: Renderer, options: RendererTestOptions = {}): Promise<string[]> {
  const failures: string[] = []
  for (const { name, article } of sampleArticles()) {
    for (const failure of await tryArticle(renderer, article, options)) failures.push(`${name}: ${failure}`)
  }
  return [...new Set(failures)]
}

async function tryArticle(renderer: Renderer, article: Article, options: RendererTestOptions): Promise<string[]> {
  const before = JSON.stringify(article)
  try {
    const first = await renderOnce(renderer, article, options)
    // The clock moves on between the two: it may not show.
    const second = await renderOnce(renderer, article, options, new Date('2031-05-06T07:08:09Z'))
    return [
      ...(sameBody(first.output.body, second.output.body) ? [] : ['the second rendering has other bytes']),
      ...(JSON.stringify(article) === before ? [] : ['the article was changed']),
      ...wrongNames(renderer, first.output),
      ...first.messages
        .filter(message => !message.reason.trim())
        .map(({ rule }) => `a message of \`${rule}\` says nothing`),
      ...(options.words === false ? [] : await lostWords(article, first.output, options)),
    ]
  } catch (error) {
    return [`it threw ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`]
  }
}

function renderOnce(
  renderer: Renderer,
  article: Article,
  { options, host = portableHost(), template = bareTemplate }: RendererTestOptions,
  now = new Date('2030-01-02T03:04:05Z'),
): Promise<Rendered> {
  const clock: Host = { ...host, now: () => now }
  return renderWith([], article, renderer, { host: clock, template, ...(options && { options }) })
}

function wrongNames(renderer: Renderer, output: Rendered['output']): string[] {
  return (['mediaType', 'extension'] as const).flatMap(field =>
    output[field] === renderer[field]
      ? []
      : [`\`${field}\` is "${output[field]}" in the output and "${renderer[field]}" before`],
  )
}

async function lostWords(
  article: Article,
  output: Rendered['output'],
  { textOf }: RendererTestOptions,
): Promise<string[]> {
  if (!textOf && typeof output.body !== 'string')
    return ['words were not compared: the output is no text; give `textOf`']
  const texts = textOf ? [await textOf(output)] : textIn(output.body as string)
  const lost = missingLine(plainText(article), texts)
  return lost === undefined ? [] : [`the words ${JSON.stringify(lost)} are lost`]
}

function sameBody(a: Uint8Array | string, b: Uint8Array | string): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
