import { settleReading } from '../export/settings.js'
import { shippedFonts } from '../renderers/pdf/fonts/shipped.js'
import { listTemplates } from '../templates/template-folder.js'
import { exitCode } from './exit-code.js'
import type { Arguments } from './flags.js'

/** `standfirst formats`: lists what `--to` takes. */
export async function formatsCommand(args: Arguments): Promise<number> {
  const { toolkit } = await settleReading({ inputs: [], ...configOf(args) })
  return print(toolkit.renderers.map(({ name, extension, description }) => [name, extension, description]))
}

/** `standfirst templates`: lists what `--template` takes beside a path. */
export async function templatesCommand(args: Arguments): Promise<number> {
  const { toolkit } = await settleReading({ inputs: [], ...configOf(args) })
  const templates = await listTemplates(toolkit.templates)
  return print(templates.map(({ name, description }) => [name, description]))
}

/** `standfirst fonts`: lists the faces that ship with the program. */
export async function fontsCommand(): Promise<number> {
  return print(
    shippedFonts.map(({ family, weight, italic, file }) => [family, `${weight}${italic ? ' italic' : ''}`, file]),
  )
}

function configOf({ values }: Arguments): { config?: string } {
  return values.config === undefined ? {} : { config: String(values.config) }
}

/** Prints rows in columns. */
function print(rows: readonly (readonly string[])[]): number {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  const lines = rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
  process.stdout.write(`${lines.join('\n')}\n`)
  return exitCode.fine
}
