import { settleFonts } from '../export/settings.js'
import { settleReading } from '../export/settle-reading.js'
import { listFonts } from '../renderers/pdf/fonts/list-fonts.js'
import { listTemplates } from '../templates/template-folder.js'
import { exitCode } from './exit-code.js'
import { fontsOf } from './export-options.js'
import type { Arguments } from './flags.js'
import { standardOutput } from './streams.js'

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

/** `standfirst fonts`: lists the families at hand with what they cover, then what to install for other scripts. */
export async function fontsCommand(args: Arguments): Promise<number> {
  const host = await settleFonts({ inputs: [], ...configOf(args), ...fontsOf(args.values) })
  const { families, missing } = await listFonts(host)
  const rows = families.map(({ family, cuts, covers, from }) => [family, cuts, covers.join(', '), from])
  const wanting = missing.map(({ script, packageName }) => [script, '', 'no font', `npm install ${packageName}`])
  return print([...rows, ...wanting])
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
  standardOutput().write(`${lines.join('\n')}\n`)
  return exitCode.fine
}
