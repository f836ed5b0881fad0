/**
 * Returns whether a value is an error of a class, by its name: a plugin throws those of `standfirst` as modules, which are
 * another copy of the program where on Node 20 the command runs from scripts (src/cli/load-scripts.ts).
 */
export function isErrorNamed(value: unknown, name: string): value is Error {
  return value instanceof Error && value.name === name
}
