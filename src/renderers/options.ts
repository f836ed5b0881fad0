import { checkData } from '../diagnostics/check-data.js'
import type { DataShape } from '../diagnostics/data-shape.js'
import { OptionsError } from './renderer.js'

/** Throws `OptionsError` that names every option of a format with a wrong name or value, and what would be right. */
export function checkOptions(format: string, input: Readonly<Record<string, unknown>>, shape: DataShape): void {
  const problems = checkData(input, shape)
  if (problems.length === 0) return
  const lines = problems.map(({ reason, hint }) => (hint ? `${reason} (${hint})` : reason))
  throw new OptionsError(`options of \`${format}\`: ${lines.join('; ')}`)
}
