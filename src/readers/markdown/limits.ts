import type { Limits } from '../reader.js'
import type { ParserName } from './parse.js'

const frontMatter = { frontMatterSize: 64_000, frontMatterKeys: 500, frontMatterDepth: 32 }

/**
 * What is refused where the caller does not say otherwise. satteri's cost grows linearly, so size and nesting bound it;
 * remark's grows with the square of many things, each of which has its own bound, far above what any article holds.
 */
export const defaultLimits: { readonly [name in ParserName]: Limits } = {
  satteri: {
    size: 16_000_000,
    line: 2_000_000,
    lineWork: 3_000_000_000,
    nesting: 100,
    marks: Infinity,
    blockLines: Infinity,
    containerMarks: Infinity,
    openDirectives: 100,
    definitions: Infinity,
    setextHeadings: Infinity,
    ...frontMatter,
  },
  remark: {
    size: 2_000_000,
    line: 20_000,
    lineWork: Infinity,
    nesting: 16,
    marks: 1_500,
    blockLines: 1_000,
    containerMarks: 2_000,
    openDirectives: 50,
    definitions: 5_000,
    setextHeadings: 1_000,
    ...frontMatter,
  },
}

/** Returns the limits in force: the caller's, else the parser's own. */
export function limitsFor(parser: ParserName, given: Partial<Limits> | false | undefined): Limits {
  const limits = defaultLimits[parser]
  if (given === undefined) return limits
  if (given !== false) return { ...limits, ...given }
  return Object.fromEntries(Object.keys(limits).map(name => [name, Infinity])) as unknown as Limits
}
