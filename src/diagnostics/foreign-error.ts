/**
 * Returns whether a value is an error of this name from another copy of the program. A plugin gets its errors from `standfirst`,
 * which are modules, where on Node 20 the command runs from scripts (src/cli/load-scripts.ts).
 */
export function isForeignError(value: unknown, name: string): boolean {
  return value instanceof Error && value.name === name
}
