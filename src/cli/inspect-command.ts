import { stripPositions } from '../article/walk.js'
import { inspectFile } from '../export/inspect-file.js'
import { createReporter } from './create-reporter.js'
import { exitCode } from './exit-code.js'
import { exportOptions } from './export-options.js'
import type { Arguments } from './flags.js'
import { readInput, writeOutput } from './standard-output.js'

/** `standfirst inspect`: prints the canonical article as JSON, without positions unless they are asked for. */
export async function inspectCommand(args: Arguments): Promise<number> {
  const { reporter, print, strict } = createReporter(args, { writes: true })
  const { article, source, ...result } = await inspectFile({ ...exportOptions(args), readInput })
  print(await reporter.document(result, async () => source))
  print(reporter.end())
  const warned = result.messages.some(message => message.severity === 'warning')
  if (article) {
    const shown = args.values.positions === true ? article : stripPositions(article)
    await writeOutput(`${JSON.stringify(shown, undefined, 2)}\n`, false)
  }
  return result.failed || (strict && warned) ? exitCode.document : exitCode.fine
}
