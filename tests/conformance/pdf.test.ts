import { describe, expect, it } from 'vitest'
import { bare, runningWords, squeeze } from '../support/words.js'
import { complaints, judge } from './judge.js'
import { fileOf, groups, type Made, made } from './made.js'

describe.each(groups)('PDF of %s', group => {
  const all = made(group)
  const complaintsOf = (about: (file: string, one: Made) => Promise<string[]>): Promise<string[]> =>
    complaints(all, async one => (await about(fileOf(one.name, 'pdf'), one)).map(what => `${one.name}: ${what}`))

  it('is sound: qpdf --check', async () => {
    const found = await complaintsOf(async file => {
      const { status, out } = await judge('qpdf', ['--check', file])
      return status === 0 && !/WARNING/.test(out) ? [] : [out]
    })
    expect(found).toEqual([])
  })

  it('has a title and is tagged: pdfinfo', async () => {
    const found = await complaintsOf(async (file, { article }) => {
      const { status, out } = await judge('pdfinfo', [file])
      const wrong: string[] = []
      if (status !== 0 || /error/i.test(out)) wrong.push(out)
      if (!/^Tagged:\s+yes/m.test(out)) wrong.push('not tagged')
      const title = /^Title:\s*(.*)$/m.exec(out)?.[1] ?? ''
      if (squeeze(title) !== squeeze(article.meta.title)) wrong.push(`title is ${title}`)
      return wrong
    })
    expect(found).toEqual([])
  })

  it('names its language: qpdf', async () => {
    const found = await complaintsOf(async (file, { article }) => {
      const { out } = await judge('qpdf', ['--json', '--json-key=qpdf', file])
      const wanted = `"/Lang": "u:${article.meta.language}"`
      return out.includes(wanted) ? [] : [`the catalog lacks ${wanted}`]
    })
    expect(found).toEqual([])
  })

  it('embeds every font, each with a Unicode map: pdffonts', async () => {
    const found = await complaintsOf(async file => {
      const { status, out } = await judge('pdffonts', [file])
      const fonts = out.split('\n').slice(2).filter(Boolean)
      const wrong = fonts.filter(line => !/ yes +yes +yes +\d+ +\d+ *$/.test(line))
      return status === 0 ? wrong : [out]
    })
    expect(found).toEqual([])
  })

  it('parts no word where letters stand apart: pdftotext', async () => {
    const found = await complaintsOf(async (file, { article }) => {
      const publisher = article.meta.publisher?.name
      const { out } = await judge('pdftotext', ['-l', '1', '-enc', 'UTF-8', file, '-'])
      const words = (said: string) => said.replace(/\s+/g, ' ').trim().toLowerCase()
      const set = publisher !== undefined && squeeze(out).includes(squeeze(publisher))
      return !set || words(out).includes(words(publisher)) ? [] : [`lacks ${publisher}`]
    })
    expect(found).toEqual([])
  })

  it('holds every word: pdftotext', async () => {
    const found = await complaintsOf(async (file, { article }) => {
      // In the order in which it was written: by place, the lines of neighbouring cells would mix. But only by place does
      // poppler turn round what runs from the right.
      const order = /[\u0590-\u08ff]/.test(article.meta.title) ? [] : ['-raw']
      const text = bare((await judge('pdftotext', [...order, '-enc', 'UTF-8', file, '-'])).out)
      const missing = runningWords(article).filter(word => !text.includes(word))
      return missing.slice(0, 3).map(word => `lacks ${word}`)
    })
    expect(found).toEqual([])
  })

  it('draws without a complaint: mutool', async () => {
    const found = await complaintsOf(async file => {
      const { status, out } = await judge('mutool', ['draw', '-q', '-F', 'txt', '-o', '/dev/null', file])
      // Some builds of it have no colour management, which says nothing about the file.
      const said = out.replace(/^warning: ICC support is not available$/gm, '').trim()
      return status === 0 && !/error|warning/i.test(said) ? [] : [said]
    })
    expect(found).toEqual([])
  })
})
