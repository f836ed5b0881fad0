import { mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { makeFolder } from '../../src/export/make-folder.js'
import { folderOf } from '../support/cli.js'

// Somebody makes the folder above in the moment after it was found missing.
vi.mock('node:fs/promises', async original => {
  const real = await original<typeof import('node:fs/promises')>()
  const mkdir = async (folder: string) => {
    if (statSync(dirname(folder), { throwIfNoEntry: false })) return real.mkdir(folder)
    mkdirSync(dirname(folder))
    throw Object.assign(new Error('absent'), { code: 'ENOENT' })
  }
  return { ...real, mkdir }
})

it('goes on where another run has made the folder above in between', async () => {
  const wanted = join(folderOf(), 'out/a')
  await makeFolder(wanted)
  expect(statSync(wanted).isDirectory()).toBe(true)
})
