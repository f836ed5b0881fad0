import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { article, paragraph } from '../../src/article/build.js'
import { plainText } from '../../src/article/text.js'
import { exportFiles } from '../../src/export/export-files.js'
import { glanceAt, storyOf } from '../../src/export/read-inputs.js'
import { settleReading } from '../../src/export/settle-reading.js'
import { folderOf, story } from '../support/cli.js'

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const saved = (title: string, slug: string): string =>
  JSON.stringify(article({ title, slug }, [paragraph(`Words of ${title}.`)]))

describe('sources that are read beside each other', () => {
  it('each become their own article where they are Word files', async () => {
    const cwd = folderOf(Object.fromEntries(names.map(name => [`in/${name}.md`, story(`The story ${name}`)])))
    await exportFiles({ inputs: ['in'], to: 'docx', out: 'word', cwd }).done
    const { ok } = await exportFiles({ inputs: ['word/*.docx'], to: 'jsonld', out: 'out', cwd }).done
    expect(ok).toBe(true)
    for (const name of names)
      expect(readFileSync(join(cwd, `out/${name}.jsonld`), 'utf8')).toContain(`"The story ${name}"`)
  })

  // As those of two runs in one process do.
  it.each([
    ['md', (name: string) => `---\ntitle: ${name}\nslug: slug-${name}\n---\nWords of ${name}.\n`],
    ['json', (name: string) => saved(name, `slug-${name}`)],
  ])('each have their own head and text, whether their reader is there yet or not: %s', async (ending, written) => {
    const cwd = folderOf(Object.fromEntries(names.map(name => [`${name}.${ending}`, written(name)])))
    const settings = await settleReading({ inputs: [], cwd, config: false })
    for (let round = 0; round < 2; round++) {
      const glances = names.map(name => glanceAt({ file: `${name}.${ending}`, folder: cwd }, settings, { keep: true }))
      const entries = await Promise.all(glances)
      expect(entries.map(entry => entry?.name)).toEqual(names.map(name => `slug-${name}`))
      const stories = await Promise.all(entries.map(entry => storyOf(entry!, settings, { inputs: [] })))
      expect(stories.map(each => each && plainText(each.article))).toEqual(names.map(name => `Words of ${name}.`))
    }
  })

  it('are given to the reader of a plugin in memory that WebCrypto takes', async () => {
    const cwd = folderOf({ 'a.notes': 'Words of a.' })
    const rest = async (source: Uint8Array) => {
      const { byteLength } = await crypto.subtle.digest('SHA-256', source as Uint8Array<ArrayBuffer>)
      return { article: article({ title: `${byteLength} bytes` }, [paragraph('Words.')]), messages: [] }
    }
    const reader = { name: 'notes', extensions: ['.notes'], read: () => ({ messages: [] }), head: () => ({ rest }) }
    const settings = await settleReading({
      inputs: [],
      cwd,
      config: false,
      plugins: [{ name: 'own', readers: [reader] }],
    })
    const entry = await glanceAt({ file: 'a.notes', folder: cwd }, settings, { keep: true })
    expect((await storyOf(entry!, settings, { inputs: [] }))?.article.meta.title).toBe('32 bytes')
  })
})
