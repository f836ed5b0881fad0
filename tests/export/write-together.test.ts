import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EnvironmentError, environmentError } from '../../src/export/errors.js'
import { makeFolder } from '../../src/export/make-folder.js'
import { beforeWriting, writeTogether } from '../../src/export/write-together.js'
import { filesIn, folderOf } from '../support/cli.js'

async function* stream(...parts: string[]): AsyncGenerator<string> {
  for (const part of parts) yield part
}

describe('writeTogether', () => {
  it('writes text, bytes and streams, making the folder', async () => {
    const folder = folderOf()
    const written = await writeTogether([
      { path: join(folder, 'x/y/a.txt'), body: 'é' },
      { path: join(folder, 'x/y/b.bin'), body: new Uint8Array([0, 255]) },
      { path: join(folder, 'x/y/c.xml'), body: stream('<a>', 'é', '</a>') },
    ])
    expect(written!.map(({ bytes, status }) => [bytes, status])).toEqual([
      [2, 'written'],
      [2, 'written'],
      [9, 'written'],
    ])
    expect(filesIn(folder)).toEqual(['x/y/a.txt', 'x/y/b.bin', 'x/y/c.xml'])
    expect(readFileSync(join(folder, 'x/y/c.xml'), 'utf8')).toBe('<a>é</a>')
  })

  it('tells once that it begins to write, before anything is there', async () => {
    const folder = folderOf({ 'a.txt': 'same' })
    const heard: string[][] = []
    beforeWriting(() => heard.push(filesIn(folder)))
    await writeTogether([{ path: join(folder, 'a.txt'), body: 'same' }])
    expect(heard).toEqual([])
    await writeTogether(['b.txt', 'c.txt'].map(name => ({ path: join(folder, name), body: name })))
    expect(heard).toEqual([['a.txt']])
  })

  it('does not touch a file that holds the same, streams included', async () => {
    const folder = folderOf({ 'a.txt': 'same', 'b.xml': 'long '.repeat(50_000) })
    for (const name of ['a.txt', 'b.xml']) utimesSync(join(folder, name), 1000, 1000)
    const written = await writeTogether([
      { path: join(folder, 'a.txt'), body: 'same' },
      { path: join(folder, 'b.xml'), body: stream(...Array.from({ length: 50_000 }, () => 'long ')) },
    ])
    expect(written!.map(({ status }) => status)).toEqual(['unchanged', 'unchanged'])
    expect(['a.txt', 'b.xml'].map(name => statSync(join(folder, name)).mtimeMs)).toEqual([1_000_000, 1_000_000])
    expect(filesIn(folder)).toEqual(['a.txt', 'b.xml'])
  })

  it('writes a file that differs in its last byte, or in length', async () => {
    const folder = folderOf({ 'a.xml': `${'x'.repeat(100_000)}a`, 'b.xml': 'short' })
    await writeTogether([
      { path: join(folder, 'a.xml'), body: stream('x'.repeat(100_000), 'b') },
      { path: join(folder, 'b.xml'), body: stream('longer') },
    ])
    expect(readFileSync(join(folder, 'a.xml'), 'utf8').at(-1)).toBe('b')
    expect(readFileSync(join(folder, 'b.xml'), 'utf8')).toBe('longer')
  })

  it.each([
    ['differs late', 'x'.repeat(700_000), [...Array(70).fill('x'.repeat(9_999)), 'new']],
    ['ends early', 'x'.repeat(700_000), Array(60).fill('x'.repeat(10_000))],
    ['goes on', 'x'.repeat(600_000), Array(70).fill('x'.repeat(10_000))],
    ['has one long piece', 'x'.repeat(600_000), ['x'.repeat(500_000), `${'x'.repeat(99_999)}y`]],
    ['is empty', 'x', ['']],
  ])('writes all of a stream that is the same up to a place: one that %s', async (_, old, pieces) => {
    const folder = folderOf({ 'a.xml': old })
    const written = await writeTogether([{ path: join(folder, 'a.xml'), body: stream(...pieces) }])
    expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe(pieces.join(''))
    expect(written).toEqual([{ path: join(folder, 'a.xml'), bytes: pieces.join('').length, status: 'written' }])
    expect(filesIn(folder)).toEqual(['a.xml'])
  })

  it('makes no draft of a stream that is the same', async () => {
    const folder = folderOf({ 'a.xml': 'é'.repeat(300_000), 'b.xml': '' })
    utimesSync(folder, 1000, 1000)
    const written = await writeTogether([
      { path: join(folder, 'a.xml'), body: stream(...Array(300).fill('é'.repeat(1_000))) },
      { path: join(folder, 'b.xml'), body: stream() },
    ])
    expect(written!.map(({ bytes, status }) => [bytes, status])).toEqual([
      [600_000, 'unchanged'],
      [0, 'unchanged'],
    ])
    expect(statSync(folder).mtimeMs).toBe(1_000_000)
  })

  it('writes nothing where a stream fails, and leaves nothing behind', async () => {
    const folder = folderOf({ 'a.txt': 'old' })
    async function* broken(): AsyncGenerator<string> {
      yield '<a>'
      throw new RangeError('no more')
    }
    await expect(
      writeTogether([
        { path: join(folder, 'a.txt'), body: 'new' },
        { path: join(folder, 'b.xml'), body: broken() },
      ]),
    ).rejects.toThrow('no more')
    expect([filesIn(folder), readFileSync(join(folder, 'a.txt'), 'utf8')]).toEqual([['a.txt'], 'old'])
  })

  it('writes nothing where it is not approved after every body was read', async () => {
    const folder = folderOf({ 'a.txt': 'old' })
    let read = false
    async function* late(): AsyncGenerator<string> {
      yield 'x'
      read = true
    }
    const written = await writeTogether(
      [
        { path: join(folder, 'a.txt'), body: 'new' },
        { path: join(folder, 'b.xml'), body: late() },
      ],
      () => !read,
    )
    expect([written, filesIn(folder)]).toEqual([undefined, ['a.txt']])
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old')
  })

  it('takes the place of a link, not of what it leads to', async () => {
    const folder = folderOf({ 'real.txt': 'real' })
    symlinkSync('real.txt', join(folder, 'link.txt'))
    await writeTogether([{ path: join(folder, 'link.txt'), body: 'new' }])
    expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe('real')
    expect(readFileSync(join(folder, 'link.txt'), 'utf8')).toBe('new')
  })

  it('refuses a folder in a file’s place before any file is put in place', async () => {
    const folder = folderOf()
    mkdirSync(join(folder, 'b.txt'))
    const writing = writeTogether([
      { path: join(folder, 'a.txt'), body: 'a' },
      { path: join(folder, 'b.txt'), body: 'b' },
    ])
    await expect(writing).rejects.toThrow(EnvironmentError)
    expect(filesIn(folder)).toEqual([])
  })

  it('keeps the permissions of a new file to what the system gives', async () => {
    const folder = folderOf()
    await writeTogether([{ path: join(folder, 'a.txt'), body: 'a' }])
    expect(statSync(join(folder, 'a.txt')).mode & 0o600).toBe(0o600)
    chmodSync(folder, 0o755)
  })
})

describe('makeFolder', () => {
  it('makes what is absent, twice over, and several at a time', async () => {
    const folder = folderOf()
    const wanted = join(folder, 'a/b/c')
    await Promise.all([makeFolder(wanted), makeFolder(wanted), makeFolder(join(folder, 'a/b/d'))])
    await makeFolder(wanted)
    expect(statSync(wanted).isDirectory()).toBe(true)
  })

  it('comes to an end where the system makes no folder', async () => {
    await expect(makeFolder('/proc/self/none/deeper')).rejects.toThrow()
  })
})

describe('environmentError', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the quota is used up'],
    ['EROFS', 'the file system is read-only'],
    ['EACCES', 'permission denied'],
    ['EWHATEVER', 'EWHATEVER'],
  ])('says what %s means', (code, words) => {
    const error = environmentError(Object.assign(new Error('x'), { code }), '`a.pdf` cannot be written')
    expect(error).toBeInstanceOf(EnvironmentError)
    expect((error as Error).message).toBe(`\`a.pdf\` cannot be written: ${words}`)
  })

  it('leaves other errors as they are', () => {
    for (const error of [new RangeError('x'), Object.assign(new Error('y'), { code: 'ERR_INVALID_ARG_TYPE' }), 'text'])
      expect(environmentError(error, 'z')).toBe(error)
  })
})
