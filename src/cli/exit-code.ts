/** How the command ends. */
export const exitCode = {
  fine: 0,
  /** Some document failed, or warned under `--strict`. */
  document: 1,
  /** Wrong usage or configuration: nothing was attempted. */
  usage: 2,
  /** Disk full, no permission. */
  environment: 3,
  interrupted: 130,
} as const
