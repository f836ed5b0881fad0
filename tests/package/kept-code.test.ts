import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn, folderOf, standfirst, story } from '../support/cli.js'

// Later versions of Node keep the code of modules by themselves.
describe.runIf(process.versions.v8.startsWith('11.'))('code that is kept between runs', () => {
  const folder = folderOf({ 'a.md': story('Pier') })
  const read = (TMPDIR: string, more: { [name: string]: string } = {}) =>
    standfirst(['export', 'a.md', '--to', 'jsonld', '--out', '-'], { cwd: folder, env: { TMPDIR, ...more } })

  it('is made by the first run, used by the next, and made again where it is broken', async () => {
    const temporary = folderOf()
    const first = await read(temporary)
    expect([first.code, first.stdout.includes('Ines Calder')]).toEqual([0, true])
    const kept = filesIn(temporary)
    const command = join(temporary, kept.find(file => file.includes('command-'))!)
    const code = readFileSync(command)
    expect(code.length).toBeGreaterThan(100_000)
    expect((await read(temporary)).stdout).toBe(first.stdout)
    expect(readFileSync(command)).toEqual(code)
    writeFileSync(command, code.subarray(0, 1000))
    const again = await read(temporary)
    expect([again.code, again.stdout]).toEqual([0, first.stdout])
    expect(readFileSync(command).length).toBeGreaterThan(100_000)
    expect(filesIn(temporary)).toEqual(kept)
  })

  it('is not taken from a folder that others may write in, nor kept where the user wants none', async () => {
    const temporary = folderOf()
    await read(temporary)
    const [own] = readdirSync(temporary)
    chmodSync(join(temporary, own!), 0o777)
    const planted = join(temporary, filesIn(temporary).find(file => file.includes('start-'))!)
    writeFileSync(planted, 'planted')
    const { code, stdout } = await read(temporary)
    expect([code, stdout.includes('Ines Calder')]).toEqual([0, true])
    expect(readFileSync(planted, 'utf8')).toBe('planted')
    const none = folderOf()
    await read(none, { NODE_DISABLE_COMPILE_CACHE: '1' })
    expect(filesIn(none)).toEqual([])
  })
})
