import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'

export interface Verdict {
  status: number
  out: string
}

/** Runs a program and returns its exit status and everything it said. Rejects where it cannot be started. */
export function judge(program: string, args: readonly string[]): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      { maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: 'C.UTF-8' } },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') reject(error)
        else resolve({ status: error ? Number(error.code) : 0, out: stdout + stderr })
      },
    )
  })
}

/** Judges each thing, as many at a time as there are cores, and returns all complaints in order. */
export async function complaints<Thing>(
  things: readonly Thing[],
  about: (thing: Thing) => Promise<string[]>,
): Promise<string[]> {
  const found: string[][] = []
  let next = 0
  const work = async (): Promise<void> => {
    while (next < things.length) {
      const at = next
      next += 1
      found[at] = await about(things[at]!)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return found.flat()
}
