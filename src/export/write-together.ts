import { unlinkSync } from 'node:fs'
import { type FileHandle, lstat, open, readFile, rename, unlink } from 'node:fs/promises'
import path from 'node:path'
import type { Output } from '../renderers/renderer.js'
import { environmentError } from './errors.js'
import { makeFolder } from './make-folder.js'

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

async function writeDraft(file: WishedFile): Promise<Draft> {
  const folder = path.dirname(file.path)
  const name = path.join(folder, `.standfirst-${process.pid}-${counter++}.tmp`)
  try {
    const whole = wholeOf(file.body)
    if (whole && (await holds(file.path, whole))) return { path: file.path, bytes: whole.length }
    await makeFolder(folder)
    const bytes = await writeWhole(name, whole ?? (file.body as AsyncIterable<string>))
    const draft: Draft = { path: file.path, bytes, temporary: name }
    if (whole || !(await sameFile(name, file.path, bytes))) return draft
    await discard(draft)
    return { path: file.path, bytes }
  } catch (error) {
    await discard({ path: file.path, bytes: 0, temporary: temporary.has(name) ? name : undefined })
    throw environmentError(error, `\`${file.path}\` cannot be written`)
  }
}

/** Returns the bytes of a body that is not a stream. */
function wholeOf(body: Output['body']): Uint8Array | undefined {
  if (typeof body === 'string') return new TextEncoder().encode(body)
  return body instanceof Uint8Array ? body : undefined
}

async function writeWhole(name: string, body: Uint8Array | AsyncIterable<string>): Promise<number> {
  temporary.add(name)
  const handle = await open(name, 'wx')
  try {
    if (!(body instanceof Uint8Array)) return await writeStream(handle, body)
    await handle.writeFile(body)
    return body.length
  } finally {
    await handle.close()
  }
}

/** Bytes that wait to be written together. */
const ROOM = 256 * 1024

/**
 * Writes pieces as they come, through two buffers: one is filled while the other is on its way. A buffer for each piece would
 * lie outside the heap until the next collection.
 */
async function writeStream(handle: FileHandle, pieces: AsyncIterable<string>): Promise<number> {
  let room = Buffer.allocUnsafeSlow(ROOM)
  let other = Buffer.allocUnsafeSlow(ROOM)
  let used = 0
  let written = 0
  let writing = Promise.resolve()
  const flush = async () => {
    await writing
    writing = handle.writeFile(room.subarray(0, used))
    // It is waited for before the next, or at the end; its failure must not count as unheard of until then.
    writing.catch(() => undefined)
    written += used
    used = 0
    const full = room
    room = other
    other = full
  }
  for await (const piece of pieces) {
    // UTF-8 has three bytes at most for each unit of UTF-16.
    const most = 3 * piece.length
    if (used > 0 && used + most > room.length) await flush()
    if (most > room.length) room = Buffer.allocUnsafeSlow(most)
    used += room.write(piece, used)
  }
  await flush()
  await writing
  return written
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

/** Compares two files piece by piece: a feed need not fit into memory. */
async function sameFile(draft: string, file: string, bytes: number): Promise<boolean> {
  const stat = await lstat(file).catch(() => undefined)
  if (!stat?.isFile() || stat.size !== bytes) return false
  const made = await open(draft)
  const there = await open(file).catch(() => undefined)
  try {
    return there !== undefined && (await sameBytes(made, there, bytes))
  } finally {
    await made.close()
    await there?.close()
  }
}

/** Reads through one buffer for each file: a new one for each piece would lie outside the heap until the next collection. */
async function sameBytes(made: FileHandle, there: FileHandle, bytes: number): Promise<boolean> {
  const [ours, theirs] = [Buffer.allocUnsafeSlow(ROOM), Buffer.allocUnsafeSlow(ROOM)]
  for (let at = 0; at < bytes; ) {
    const { bytesRead } = await made.read(ours, 0, ROOM, at)
    const other = await there.read(theirs, 0, ROOM, at)
    if (bytesRead === 0 || other.bytesRead !== bytesRead) return false
    if (ours.compare(theirs, 0, bytesRead, 0, bytesRead) !== 0) return false
    at += bytesRead
  }
  return true
}
