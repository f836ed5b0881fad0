import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const hasTime = existsSync('/usr/bin/time')
const preload = join(import.meta.dirname, 'measure.mjs')

/**
 * Runs one whole process and returns what it cost: wall and CPU in seconds, peak in MiB. Node programs tell it themselves;
 * of others `/usr/bin/time` does, where it is installed. Throws where the program fails.
 */
export function measureProcess({ command, args, cwd }, note) {
  const byNode = command === process.execPath
  const env = { ...process.env, STANDFIRST_MEASURE: note, NO_COLOR: '1' }
  // A machine's own certificates cost every start of Node some 30 ms: that is neither ours nor the peers'.
  delete env.NODE_EXTRA_CA_CERTS
  const [program, ...rest] = byNode
    ? [command, '--import', preload, ...args]
    : hasTime
      ? ['/usr/bin/time', '-o', note, '-f', '{"cpu":[%U,%S],"memory":%M}', command, ...args]
      : [command, ...args]
  const start = performance.now()
  const ended = spawnSync(program, rest, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 28 })
  const wall = (performance.now() - start) / 1000
  if (ended.status !== 0) throw new Error(`${program} ${rest.join(' ')}\n${ended.stderr || ended.error}`)
  return { wall, ...costFrom(note, byNode) }
}

function costFrom(note, byNode) {
  if (!existsSync(note)) return { cpu: Number.NaN, memory: Number.NaN }
  const cost = JSON.parse(readFileSync(note, 'utf8'))
  rmSync(note)
  return byNode ? cost : { cpu: cost.cpu[0] + cost.cpu[1], memory: cost.memory / 1024 }
}

/** Runs jobs once to warm the disk's cache, then in turns (A B C … A B C …), so that a busy moment strikes all alike. */
export function measureInTurns(jobs, rounds, note) {
  const runs = jobs.map(() => [])
  for (let round = -1; round < rounds; round += 1)
    for (const [index, job] of jobs.entries()) {
      const cost = costOf(job, note)
      if (round >= 0 && cost) runs[index].push(cost)
    }
  return jobs.map((job, index) => ({ ...job, runs: runs[index] }))
}

/** A job that may fail (a peer that cannot do the work at this size) has no cost then. */
function costOf(job, note) {
  if (!job.mayFail) return measureProcess(job, note)
  try {
    return measureProcess(job, note)
  } catch {
    return undefined
  }
}
