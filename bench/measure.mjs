/** Loaded before a measured Node program: writes what the process cost to the file that `STANDFIRST_MEASURE` names. */
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const used = process.resourceUsage()
  writeFileSync(
    process.env.STANDFIRST_MEASURE,
    // CPU in seconds, of all threads of the process; peak memory in MiB (Linux and macOS report KiB here).
    JSON.stringify({ cpu: (used.userCPUTime + used.systemCPUTime) / 1e6, memory: used.maxRSS / 1024 }),
  )
})
