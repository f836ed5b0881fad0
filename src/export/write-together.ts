import { unlinkSync } from 'node:fs'
import { lstat, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Output } from '../renderers/renderer.js'
import { environmentError } from './errors.js'
import { makeFolder } from './make-folder.js'
import { draftStream } from './stream-draft.js'

/** A file to be written. */
export interface WishedFile {
  path: string
  body: Output['body']
}

/** A file as it stands now; `unchanged` was not touched, since it held the same bytes already. */
export interface WrittenFile {
  path: string
  bytes: number
  status: 'written' | 'unchanged'
}

/** Temporary files of this process, so that an end by force leaves none behind. */
const temporary = new Set<string>()
let counter = 0

let first: (() => void) | undefined

/** Calls a function once, before the next file of this process begins to be written: until then it may end at any moment. */
export function beforeWriting(listener: () => void): void {
  first = listener
}

/** Removes the temporary files of writes that did not come to their end. For handlers of `exit`. */
export function removeTemporaryFiles(): void {
  for (const file of temporary) {
    try {
      unlinkSync(file)
    } catch {
      // It is gone already, which is what was wanted.
    }
  }
  temporary.clear()
}

/**
 * Writes files all together or not at all: each whole under a temporary name in its folder, then all renamed. `approve` is
 * asked after every body has been read to its end and before anything is renamed. Throws `EnvironmentError`.
 */
export async function writeTogether(
  files: readonly WishedFile[],
  approve: () => boolean = () => true,
): Promise<WrittenFile[] | undefined> {
  const drafts: Draft[] = []
  try {
    for (const file of files) drafts.push(await writeDraft(file))
    if (!approve()) return undefined
    for (const draft of drafts) await refuseFolder(draft.path)
    for (const draft of drafts) if (draft.temporary) await finish(draft)
    return drafts.map(({ path, bytes, temporary }) => ({ path, bytes, status: temporary ? 'written' : 'unchanged' }))
  } finally {
    await Promise.all(drafts.map(discard))
  }
}

interface Draft {
  path: string
  bytes: number
  /** Absent where the file holds these bytes already. */
  temporary?: string | undefined
}

async function writeDraft({ path: file, body }: WishedFile): Promise<Draft> {
  const name = path.join(path.dirname(file), `.standfirst-${process.pid}-${counter++}.tmp`)
  try {
    const whole = wholeOf(body)
    if (whole && (await holds(file, whole))) return { path: file, bytes: whole.length }
    await makeFolder(path.dirname(file))
    first?.()
    first = undefined
    temporary.add(name)
    if (whole) {
      await writeFile(name, whole, { flag: 'wx' })
      return { path: file, bytes: whole.length, temporary: name }
    }
    const { bytes, changed } = await draftStream(name, file, body as AsyncIterable<string>)
    if (!changed) temporary.delete(name)
    return { path: file, bytes, temporary: changed ? name : undefined }
  } catch (error) {
    await discard({ path: file, bytes: 0, temporary: temporary.has(name) ? name : undefined })
    throw environmentError(error, `\`${file}\` cannot be written`)
  }
}

/** Returns the bytes of a body that is not a stream. */
function wholeOf(body: Output['body']): Uint8Array | undefined {
  if (typeof body === 'string') return new TextEncoder().encode(body)
  return body instanceof Uint8Array ? body : undefined
}

async function finish(draft: Draft): Promise<void> {
  try {
    await rename(draft.temporary!, draft.path)
    temporary.delete(draft.temporary!)
  } catch (error) {
    throw environmentError(error, `\`${draft.path}\` cannot be written`)
  }
}

async function discard(draft: Draft): Promise<void> {
  if (!draft.temporary || !temporary.has(draft.temporary)) return
  temporary.delete(draft.temporary)
  await unlink(draft.temporary).catch(() => undefined)
}

async function refuseFolder(file: string): Promise<void> {
  const stat = await lstat(file).catch(() => undefined)
  if (stat?.isDirectory())
    throw environmentError(Object.assign(new Error(), { code: 'EISDIR' }), `\`${file}\` cannot be written`)
}

async function holds(file: string, bytes: Uint8Array): Promise<boolean> {
  const stat = await lstat(file).catch(() => undefined)
  if (!stat?.isFile() || stat.size !== bytes.length) return false
  return Buffer.compare(await readFile(file), bytes) === 0
}
