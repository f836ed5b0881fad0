import { suggestion } from '../diagnostics/nearest.js'
import { githubReporter } from '../diagnostics/reporters/github.js'
import { jsonReporter } from '../diagnostics/reporters/json.js'
import { type Colours, prettyReporter } from '../diagnostics/reporters/pretty.js'
import type { Reporter } from '../diagnostics/reporters/reporter.js'
import { UsageError } from '../export/errors.js'
import { packageVersion } from '../host/package-version.js'
import type { Arguments } from './flags.js'
import { shortPath } from './short-path.js'
import { standardError, standardOutput } from './streams.js'
import { coloursFor } from './terminal.js'

/** How a command reports, and where to. */
export interface ReporterChoice {
  reporter: Reporter
  print(text: string): void
  strict: boolean
  quiet: boolean
}

/**
 * Returns the reporter that `--reporter` names. Messages go to standard error, so that standard output carries only
 * outputs; where the report for a program is itself what was asked for (`check --reporter json`), it is the output.
 */
export function createReporter({ values }: Arguments, { writes }: { writes: boolean }): ReporterChoice {
  const name = String(values.reporter ?? 'pretty')
  const strict = values.strict === true
  const quiet = values.quiet === true
  const stream = writes || name === 'pretty' ? standardError : standardOutput
  const print = (text: string) => {
    if (text) stream().write(text)
  }
  let colours: Colours | undefined
  const reporters: { [name: string]: () => Reporter } = {
    pretty: () =>
      prettyReporter({
        get colours() {
          colours ??= coloursFor(standardError())
          return colours
        },
        quiet,
        strict,
        writes,
        shown: shortPath,
      }),
    json: () => jsonReporter(packageVersion()),
    github: () => githubReporter,
  }
  const create = reporters[name]
  if (!create) throw new UsageError(`there is no reporter \`${name}\``, suggestion(name, Object.keys(reporters)))
  return { reporter: create(), print, strict, quiet }
}
