import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/corpus.js'

/**
 * Imports follow the arrow: source → reader → article → transforms → renderer → output. For each room of `src/`, the rooms
 * that it may import; `root` stands for the files directly in `src/`.
 */
const mayImport: { [room: string]: readonly string[] } = {
  article: ['diagnostics'],
  diagnostics: ['article'],
  locale: ['article'],
  host: ['assets', 'article', 'diagnostics'],
  assets: ['article', 'diagnostics', 'host'],
  templates: ['article', 'diagnostics', 'host', 'locale', 'root'],
  ooxml: [],
  readers: ['article', 'diagnostics', 'locale', 'ooxml', 'transforms'],
  transforms: ['article', 'diagnostics', 'locale'],
  renderers: ['article', 'assets', 'diagnostics', 'host', 'locale', 'ooxml', 'preflight', 'templates'],
}

/** Rooms that run in a browser as well. The PDF and Word renderers take what they need from the host. */
const portable = ['article', 'diagnostics', 'locale', 'ooxml', 'readers', 'transforms', 'renderers']

/** The Markdown writer asks the reader what would be understood, so that what it writes is read back the same. */
const exceptions = ['renderers/markdown/']

/** Formats that have nothing to do with the others: HTML, feeds and structured data are made of the same parts. */
const apart = ['pdf', 'docx']

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => file.replaceAll('\\', '/'))

describe('imports', () => {
  it('follow the arrow', () => {
    const wrong = files
      .filter(file => !exceptions.some(folder => file.startsWith(folder)))
      .flatMap(file =>
        importsOf(file)
          .filter(target => target.startsWith('.'))
          .map(target => ({ file, to: relative('', join(dirname(file), target)) }))
          .filter(({ to }) => !allowed(roomOf(file), roomOf(to)))
          .map(({ to }) => `${file} imports ${to}`),
      )
    expect(wrong).toEqual([])
  })

  it('of the core name no module of Node', () => {
    const wrong = files.filter(
      file => portable.includes(roomOf(file)) && importsOf(file).some(each => each.startsWith('node:')),
    )
    expect(wrong).toEqual([])
  })

  it('of one renderer never reach another, but those of the web share their parts', () => {
    const wrong = files.flatMap(file =>
      importsOf(file)
        .filter(target => target.startsWith('.'))
        .map(target => ({ file, to: join(dirname(file), target) }))
        .filter(
          ({ to }) => formatOf(file) !== undefined && formatOf(to) !== undefined && formatOf(file) !== formatOf(to),
        )
        .filter(({ to }) => apart.includes(formatOf(file)!) || apart.includes(formatOf(to)!))
        .map(({ to }) => `${file} imports ${to}`),
    )
    expect(wrong).toEqual([])
  })
})

function allowed(from: string, to: string): boolean {
  return from === to || !(from in mayImport) || mayImport[from]!.includes(to)
}

/** Folders among the renderers that are no format: rules that several of them follow. */
const common = ['title-block']

/** Name of the format in whose folder a file stands. */
function formatOf(file: string): string | undefined {
  const folder = /^renderers\/([^/]+)\//.exec(file)?.[1]
  return folder !== undefined && common.includes(folder) ? undefined : folder
}

function roomOf(file: string): string {
  return file.includes('/') ? file.split('/')[0]! : 'root'
}

/** Module names in `import … from`, `export … from` and `import()`. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(root, 'src', file), 'utf8')
  return [
    ...source.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g),
  ].map(match => (match[1] ?? match[2])!)
}
