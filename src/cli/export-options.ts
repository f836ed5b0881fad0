import { UsageError } from '../export/errors.js'
import type { ExportOptions } from '../export/export-options.js'
import type { Arguments, FlagName } from './flags.js'

/** Returns the options of an export from the command line's flags. Throws `UsageError` for values that mean nothing. */
export function exportOptions({ files, values }: Arguments): ExportOptions {
  const text = (flag: FlagName) => (values[flag] === undefined ? {} : { [flag]: String(values[flag]) })
  return {
    inputs: files,
    ...(values.to !== undefined && { to: (values.to as unknown[]).map(String) }),
    ...text('out'),
    ...text('template'),
    ...text('config'),
    ...text('site'),
    ...text('root'),
    ...text('manifest'),
    ...(text('parser') as Pick<ExportOptions, 'parser'>),
    ...settingsOf(values),
    ...fontsOf(values),
    ...(values.limit !== undefined && { limit: limitOf(String(values.limit)) }),
    ...(values.jobs !== undefined && { jobs: wholeNumber('jobs', String(values.jobs)) }),
    ...nowOf(values.now),
  }
}

/** Returns the fonts that `--font` names. */
export function fontsOf({ font }: Arguments['values']): Pick<ExportOptions, 'fonts'> {
  return font === undefined ? {} : { fonts: (font as unknown[]).map(String) }
}

/** `--reference-doc` is short for the option of the Word format. */
function settingsOf(values: Arguments['values']): Pick<ExportOptions, 'set'> {
  const letterhead = values['reference-doc']
  const set = ((values.set ?? []) as unknown[]).map(String)
  if (letterhead !== undefined) set.push(`docx.referenceDoc=${letterhead}`)
  return set.length > 0 ? { set } : {}
}

function limitOf(text: string): number | 'all' {
  return text === 'all' ? text : wholeNumber('limit', text, ' or `all`')
}

function wholeNumber(flag: string, text: string, other = ''): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new UsageError(`\`--${flag} ${text}\`: a whole number from 1${other} is needed`)
  return Number(text)
}

/** `--now`, else SOURCE_DATE_EPOCH (reproducible-builds.org), else nothing: the host reads the clock. */
function nowOf(given: unknown): Pick<ExportOptions, 'now'> {
  const epoch = process.env.SOURCE_DATE_EPOCH
  if (given === undefined && !epoch) return {}
  const now = given === undefined ? new Date(Number(epoch) * 1000) : momentOf(String(given))
  if (Number.isNaN(now.getTime()))
    throw given === undefined
      ? new UsageError(`SOURCE_DATE_EPOCH is "${epoch}"; seconds since 1970 are needed`)
      : new UsageError(`\`--now ${given}\` is no moment`, 'write one such as 2026-11-23T08:00:00Z')
  return { now }
}

/** ISO 8601 only, since other forms depend on the machine; a time without an offset is UTC. */
function momentOf(text: string): Date {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text)
  if (!match) return new Date(Number.NaN)
  const [, day, time = '00:00', offset = 'Z'] = match
  return new Date(`${day}T${time}${offset.toUpperCase()}`)
}
