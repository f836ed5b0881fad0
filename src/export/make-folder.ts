import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * Makes a folder and those above it that are absent. Not `mkdir` with `recursive`: that goes on for ever where the system
 * says that there is no such folder above one that is there, as /proc does.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await isFolder(folder))) return
    const above = path.dirname(folder)
    if (code !== 'ENOENT' || above === folder) throw error
    // Others may be quicker, with the folder above as with this one.
    if (!(await isFolder(above))) await makeFolder(above)
    await mkdir(folder).catch(async again => {
      if (!(await isFolder(folder))) throw again
    })
  }
}

async function isFolder(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => undefined))?.isDirectory() ?? false
}
