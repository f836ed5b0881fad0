import { Entries } from './entries.js'
import type { Input, Inputs } from './inputs.js'
import { mapOrdered } from './map-ordered.js'
import { type Entry, glanceAt, readInput, recalledInput, released } from './read-inputs.js'
import { isFeedsAlone, jobsOf, turn, type Work } from './work.js'

/**
 * Articles are kept until their turn comes as long as their sources add up to fewer bytes; else all are read again. Reading a
 * saved article again costs little and its JSON is long, so it counts more.
 */
const ROOM = 8_000_000
const SAVED_WEIGHT = 4

/** Reads sources as long as there is room for the articles; of the others only what the run must know beforehand. */
export async function readAll(inputs: Inputs, work: Work): Promise<Entries> {
  const { settings, options, manifest } = work
  const entries = new Entries(inputs, isFeedsAlone(work))
  let done = 0
  let total = 0
  const take = async (entry: Entry) => {
    options.signal?.throwIfAborted()
    entries.put(done++, entry)
    if (done % 64 === 0) await turn()
  }
  const read = async (input: Input): Promise<Entry> => {
    const made = await manifest?.document(input)
    return made ? recalledInput(input, made) : readInput(input, settings, options)
  }
  const fitting = function* () {
    for (let index = 0; index < inputs.length && total <= ROOM; index++) yield inputs.at(index)
  }
  for await (const entry of mapOrdered(fitting(), jobsOf(options), read)) {
    total += entry.input.file.endsWith('.json') ? entry.size * SAVED_WEIGHT : entry.size
    await take(entry)
  }
  if (total <= ROOM) return entries
  entries.release()
  while (done < inputs.length) {
    const input = inputs.at(done)
    // What the last run made is known by the whole source.
    const glance = manifest ? undefined : await glanceAt(input, settings)
    await take(glance ?? released(await read(input)))
  }
  return entries
}
