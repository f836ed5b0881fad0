import { UsageError } from './errors.js'
import type { EventQueue } from './event-queue.js'
import type { DocumentResult, ExportEvent, ExportOptions } from './export-options.js'
import type { Manifest } from './manifest.js'
import type { Settings } from './settings.js'

/** What all steps of a run share. */
export interface Work {
  settings: Settings
  options: ExportOptions
  queue: EventQueue<ExportEvent>
  manifest: Manifest | undefined
}

/** What a run made of its sources; `ok` says that none of them failed. */
export interface Whole {
  documents: Iterable<DocumentResult>
  collections: DocumentResult[]
  ok: boolean
}

/** Returns whether no file is made of a single article. */
export function isFeedsAlone({ settings }: Work): boolean {
  return settings.entries.every(format => format.scope === 'collection')
}

/** Lets signals and timers in. */
export function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

const DEFAULT_JOBS = 4

/** Returns how many documents may be in work at once. Throws `UsageError`. */
export function jobsOf({ jobs = DEFAULT_JOBS }: ExportOptions): number {
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError(`\`jobs\` is ${jobs}; a whole number from 1 is needed`)
  return jobs
}
