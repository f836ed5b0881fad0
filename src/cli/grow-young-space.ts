/** How many times larger the space for new values becomes: from one megabyte to four. */
const GROWTH = 4
/** Arrays of 32 KB: enough of them to fill that space once or twice, so that it is found too small. */
const FILLERS = 36
const FILLER_LENGTH = 4_000

/**
 * Lets the space for new values grow once, and no more. The engine doubles it whenever as much has lasted as it holds, up to
 * 48 MiB; `cli.ts` forbids that, since it would be a quarter of a report's peak. But each clearing of it costs a third of a
 * millisecond before anything is moved, and what lasts for a paragraph only is moved for nothing: with four megabytes in place
 * of one, clearing takes two thirds of its time, a twentieth of the CPU of a report of 50,000 words, for five megabytes more of
 * its peak. There is no setting for it once the engine runs, so it is made to grow by what lasts for a moment. Compiled code is
 * kept by the engine's settings, which therefore end as they were.
 */
export function growYoungSpace(): void {
  if (!process.versions.v8.startsWith('11.')) return
  const { setFlagsFromString } = process.getBuiltinModule('node:v8')
  setFlagsFromString(`--semi-space-growth-factor=${GROWTH}`)
  const held: unknown[] = []
  for (let i = 0; i < FILLERS; i++) held.push(new Array(FILLER_LENGTH))
  setFlagsFromString('--semi-space-growth-factor=1')
}
