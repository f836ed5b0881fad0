import { type FileHandle, lstat, open } from 'node:fs/promises'

/** Bytes that wait to be written together. */
const ROOM = 256 * 1024

/** How a stream was taken: how many bytes it has, and whether they differ from those of the file, so that a draft was made. */
export interface Drafted {
  bytes: number
  changed: boolean
}

/**
 * Writes pieces as they come to a draft of a file, of which nothing is made as long as the file holds the same: a feed in which
 * nothing is new is only read. There are two buffers: one is filled while the other is on its way. A buffer for each piece
 * would lie outside the heap until the next collection.
 */
export async function draftStream(draft: string, file: string, pieces: AsyncIterable<string>): Promise<Drafted> {
  const stream = new StreamDraft(draft, await openFile(file))
  let taking = Promise.resolve()
  try {
    let room = Buffer.allocUnsafeSlow(ROOM)
    let other = Buffer.allocUnsafeSlow(ROOM)
    let used = 0
    const flush = async () => {
      await taking
      taking = stream.take(room.subarray(0, used))
      // It is waited for before the next, or at the end; its failure must not count as unheard of until then.
      taking.catch(() => undefined)
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
    await taking
    return await stream.end()
  } finally {
    // Where the pieces end in a failure, a draft may just be begun.
    await taking.catch(() => undefined)
    await stream.close()
  }
}

/** Opens what a stream is compared with: a file, and no link to one, which would be replaced. */
async function openFile(file: string): Promise<FileHandle | undefined> {
  const stat = await lstat(file).catch(() => undefined)
  return stat?.isFile() ? open(file).catch(() => undefined) : undefined
}

class StreamDraft {
  readonly #draft: string
  readonly #there: FileHandle | undefined
  #made: FileHandle | undefined
  #bytes = 0
  /** What is read of the file. */
  #read = Buffer.alloc(0)

  constructor(draft: string, there: FileHandle | undefined) {
    this.#draft = draft
    this.#there = there
  }

  async take(bytes: Uint8Array): Promise<void> {
    if (!this.#made && !(await this.#agrees(bytes))) await this.#begin()
    await this.#made?.writeFile(bytes)
    this.#bytes += bytes.length
  }

  async end(): Promise<Drafted> {
    if (!this.#made && (await this.#there!.stat()).size !== this.#bytes) await this.#begin()
    return { bytes: this.#bytes, changed: this.#made !== undefined }
  }

  async close(): Promise<void> {
    await this.#made?.close()
    await this.#there?.close()
  }

  /** Returns whether the file has these bytes next. */
  async #agrees(bytes: Uint8Array): Promise<boolean> {
    if (!this.#there) return false
    const count = await this.#fill(bytes.length, this.#bytes)
    return count === bytes.length && this.#read.compare(bytes, 0, count, 0, count) === 0
  }

  /** Makes the draft, and copies into it what was found to be the same. */
  async #begin(): Promise<void> {
    this.#made = await open(this.#draft, 'wx')
    for (let at = 0; at < this.#bytes; ) {
      const count = await this.#fill(Math.min(ROOM, this.#bytes - at), at)
      if (count === 0) throw Object.assign(new Error(), { code: 'EBUSY' })
      await this.#made.writeFile(this.#read.subarray(0, count))
      at += count
    }
  }

  /** Reads so many bytes of the file from a place on, or as many as there are, and returns their number. */
  async #fill(wanted: number, from: number): Promise<number> {
    if (this.#read.length < wanted) this.#read = Buffer.allocUnsafeSlow(Math.max(wanted, ROOM))
    let count = 0
    while (count < wanted) {
      const { bytesRead } = await this.#there!.read(this.#read, count, wanted - count, from + count)
      if (bytesRead === 0) break
      count += bytesRead
    }
    return count
  }
}
