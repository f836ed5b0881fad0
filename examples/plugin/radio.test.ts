import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const command = join(here, '../../dist/cli.cjs')
const out = mkdtempSync(join(tmpdir(), 'standfirst-radio-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

describe('the radio plugin', () => {
  const done = spawnSync(
    process.execPath,
    [command, 'export', 'bulletin.md', '--to', 'radio,pdf,docx,rss,jsonld,html', '--out', out],
    { cwd: here, encoding: 'utf8' },
  )

  it('adds a format beside the built-in ones', () => {
    expect(done.status, done.stderr).toBe(0)
    expect(readdirSync(out).sort()).toEqual([
      'bulletin.docx',
      'bulletin.html',
      'bulletin.jsonld',
      'bulletin.pdf',
      'bulletin.radio.txt',
      'feed.xml',
    ])
  })

  it('writes a script to read aloud', () => {
    expect(readFileSync(join(out, 'bulletin.radio.txt'), 'utf8')).toMatchInlineSnapshot(`
      "NIGHT FERRY TO RETURN BEFORE CHRISTMAS, SAYS LYSMARK
      RUNS 0'38"

      Lysmark has offered to rebuild the pier at Torhaven and to bring back the night ferry before Christmas.

      >>> CLIP, 12 SECONDS: Ines Calder

      Averna has not replied. Its ministers say that they would like to see the bill first.

      JONAS REINHOLT SAID: “A country that lends you engineers also lends you its idea of when the job is finished.”

      The two sides speak again on Friday.

      "
    `)
  })

  it('passes the tests that every renderer must pass', async () => {
    const { testRenderer } = await import('../../src/index.js')
    // @ts-expect-error The plugin is plain JavaScript, as a newsroom would write it.
    const { radio } = await import('./radio.mjs')
    expect(await testRenderer(radio.renderers[0])).toEqual([])
  })

  it('gives its node a form of its own in HTML, and its words everywhere', () => {
    const page = readFileSync(join(out, 'bulletin.html'), 'utf8')
    expect(page).toContain('<figcaption>Recording, 12 seconds</figcaption>')
    for (const file of ['bulletin.html', 'feed.xml', 'bulletin.jsonld'])
      expect(readFileSync(join(out, file), 'utf8'), file).toContain('lend the engineers, the steel and the money')
  })
})
