#!/usr/bin/env node
import module from 'node:module'
import path from 'node:path'
import v8 from 'node:v8'
import { loadScripts } from './cli/load-scripts.js'

// Node 22.1 and later keep compiled code between runs; Node 20 knows nothing of it.
const { enableCompileCache } = module as { enableCompileCache?: () => unknown }
enableCompileCache?.()
let compiled: unknown
if (process.versions.v8?.startsWith('11.')) {
  // V8 11 (Node 20) optimises code that a run of a second leaves again before that pays: let it look four times as long.
  // Measured on a report of 50,000 words this saves a seventh of the CPU. A longer look would save a few hundredths more there,
  // and a feed of 1,000 stories would end a twentieth later. Later engines have a compiler in between.
  v8.setFlagsFromString('--interrupt-budget=250000')
  // And let it make less of that code: fewer calls copied into their callers, no loop written out twice. A quarter of what its
  // compiler costs, a fifteenth of the CPU of that report, and nothing lost on one ten times as long.
  v8.setFlagsFromString('--max-inlined-bytecode-size-cumulative=300')
  v8.setFlagsFromString('--no-turbo-loop-peeling')
  // The space for new values stays at its first size, where it would grow to 48 MiB, a quarter of that report's peak: what
  // does any work lets it grow once (cli/grow-young-space.ts). Later engines take no factor below two.
  v8.setFlagsFromString('--semi-space-growth-factor=1')
  // So small a space is cleared by one thread before others have come to help: a tenth of the CPU of a long feed.
  v8.setFlagsFromString('--no-parallel-scavenge')
  // What is no longer used is looked for at once, not bit by bit beside the work: that takes watching every write meanwhile,
  // and threads of its own. A fiftieth of the CPU of that report, a twelfth of one ten times as long, and no more memory.
  v8.setFlagsFromString('--no-incremental-marking')
  // And not before the heap is seven times as large as it was then: of what a report holds nearly all is in use to its end. A
  // thirtieth of its CPU; a long run takes another measure (cli/save-memory.ts).
  v8.setFlagsFromString('--heap-growing-percent=600')
  compiled = loadScripts(path.join(import.meta.dirname, 'scripts'), 'run.cjs')
}

async function start(): Promise<void> {
  const { run } = (compiled as typeof import('./cli/run.js') | undefined) ?? (await import('./cli/run.js'))
  await run(process.argv.slice(2))
}

void start()
