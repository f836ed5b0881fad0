/**
 * Adds up vitest's JSON reports: `node scripts/count-tests.mjs <report>…` prints "N passed, N failed" and fails if any did.
 * A report that is missing, and each other step that broke (the environment's BROKEN), counts as one failure, unless the
 * reports account for it already.
 */
import { existsSync, readFileSync } from 'node:fs'

let passed = 0
let failed = 0
for (const path of process.argv.slice(2)) {
  if (!existsSync(path)) {
    process.stdout.write(`${path}: no report was written\n`)
    failed += 1
    continue
  }
  const report = JSON.parse(readFileSync(path, 'utf8'))
  passed += report.numPassedTests
  // A file that does not load has no failed test, yet it failed.
  const unloaded = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
  failed += report.numFailedTests + unloaded.length
  for (const file of report.testResults)
    for (const test of file.assertionResults)
      if (test.status === 'failed') process.stdout.write(`failed: ${file.name}: ${test.fullName}\n`)
}
const broken = Number(process.env.BROKEN ?? 0)
if (broken > 0 && failed === 0) failed = broken
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
