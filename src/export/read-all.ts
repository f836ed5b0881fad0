import { Entries } from './entries.js'
import type { Input, Inputs } from './inputs.js'
import { mapOrdered } from './map-ordered.js'
import { type Entry, glanceAt, readInput, recalledInput, released } from './read-inputs.js'
import { isFeedsAlone, jobsOf, turn, type Work } from './work.js'

/**
 * What was read is kept until its turn comes as long as the sources add up to fewer bytes; else all are read again. Reading a
 * saved article again costs little and its JSON is long, so it counts more.
 */
const ROOM = 8_000_000
const SAVED_WEIGHT = 4

/**
 * Reads sources as long as there is room for what they become; of the others only what the run must know beforehand. For feeds
 * alone of none more than that is read: an article that lives but a moment costs less.
 */
export async function readAll(inputs: Inputs, work: Work): Promise<Entries> {
  const { settings, options } = work
  const feedsAlone = isFeedsAlone(work)
  // What goes into feeds alone is not noted one by one.
  const manifest = feedsAlone ? undefined : work.manifest
  const entries = new Entries(inputs, feedsAlone)
  let done = 0
  let total = 0
  const take = async (entry: Entry) => {
    options.signal?.throwIfAborted()
    entries.put(done++, entry)
    if (done % 64 === 0) await turn()
  }
  const read = async (input: Input): Promise<Entry> => {
    const made = manifest && (await manifest.document(input))
    if (made) return recalledInput(input, made)
    const glance = feedsAlone ? await glanceAt(input, settings, { keep: true }) : undefined
    return glance ?? readInput(input, settings, options)
  }
  const fitting = function* () {
    for (let index = 0; index < inputs.length && total <= ROOM; index++) yield inputs.at(index)
  }
  // A glance looks into a buffer that the next file is read into.
  const jobs = Math.min(jobsOf(options), feedsAlone ? 1 : Infinity)
  for await (const entry of mapOrdered(fitting(), jobs, read)) {
    total += weightOf(entry)
    await take(entry)
  }
  if (total <= ROOM) return entries
  entries.release()
  while (done < inputs.length) {
    const input = inputs.at(done)
    // What the last run made is known by the whole source.
    const glance = manifest ? undefined : await glanceAt(input, settings, { keep: false })
    await take(released(glance ?? (await read(input))))
  }
  return entries
}

function weightOf({ input, size, article, rest }: Entry): number {
  if (rest) return size
  return article ? size * (input.file.endsWith('.json') ? SAVED_WEIGHT : 1) : 0
}
