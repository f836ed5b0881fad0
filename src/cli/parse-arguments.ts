import yargs from 'yargs'
import { suggestion } from '../diagnostics/nearest.js'
import { UsageError } from '../export/errors.js'
import { type Arguments, type Command, commands, commonFlags, type Flag, type FlagName, flags } from './flags.js'

/** What the user asked for: a command to run, or a text to read. */
export type Parsed = { command: Command; args: Arguments } | { print: string }

/** Reads the command line. Throws `UsageError` for an unknown command or flag, with the nearest known one. */
export async function parseArguments(argv: readonly string[]): Promise<Parsed> {
  const [name] = argv
  const command = commands.find(each => each.name === name)
  if (!command) return withoutCommand(argv)
  const values = parse(argv.slice(1), command)
  if (values.help) return { print: await help(command) }
  const files = positionals(values._, command)
  const known = Object.keys(flags) as FlagName[]
  return { command, args: { files, values: Object.fromEntries(known.map(flag => [flag, values[flag]])) } }
}

async function withoutCommand(argv: readonly string[]): Promise<Parsed> {
  const [name] = argv
  if (name === undefined || name === 'help' || argv.includes('--help') || argv.includes('-h')) {
    const about = commands.find(each => each.name === argv[1])
    return { print: await help(name === 'help' ? about : undefined) }
  }
  const names = commands.map(each => each.name)
  if (!name.startsWith('-'))
    throw new UsageError(
      `there is no command \`${name}\``,
      /[./\\]/.test(name) ? `write \`standfirst export ${name}\`` : suggestion(name, names),
    )
  throw new UsageError(`\`${name}\` stands before any command`, `write a command first: ${names.join(', ')}`)
}

interface Values {
  _: (string | number)[]
  [flag: string]: unknown
}

function parse(argv: readonly string[], command: Command): Values {
  const values = parserFor(command).parseSync([...argv]) as unknown as Values
  const allowed = allowedFlags(command)
  for (const given of Object.keys(values)) {
    if (given === '_' || given === '$0' || values[given] === undefined) continue
    if (!(given in allowed) && !isAlias(given, allowed)) throw unknownFlag(given, Object.keys(allowed), command)
  }
  for (const [name, flag] of Object.entries(allowed)) {
    const value = values[name]
    if (Array.isArray(value) && !flag.array) throw new UsageError(`\`--${name}\` is given ${value.length} times`)
    if (flag.type === 'string' && (value === '' || (Array.isArray(value) && value.includes(''))))
      throw new UsageError(`\`--${name}\` is given without a value`)
  }
  return values
}

function parserFor(command: Command | undefined) {
  const parser = yargs()
    .scriptName('standfirst')
    .locale('en')
    .help(false)
    .version(false)
    .exitProcess(false)
    .parserConfiguration({
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'short-option-groups': false,
    })
    .fail((message, error) => {
      throw error && error.name !== 'YError' ? error : new UsageError(wordsOf(message ?? error?.message))
    })
  return parser.options(command ? allowedFlags(command) : {})
}

/** What yargs says about a flag that lacks its value, in our words. */
function wordsOf(message: string): string {
  const flag = /following argument[s]?: (\S+)|Not enough arguments following: (\S+)/.exec(message)
  const name = flag?.[1] ?? flag?.[2]
  return name ? `\`--${name}\` is given without a value` : message
}

function allowedFlags(command: Command): { [name: string]: Flag } {
  return Object.fromEntries([...command.flags, ...commonFlags].map(name => [name, flags[name]]))
}

function isAlias(given: string, allowed: { [name: string]: Flag }): boolean {
  return Object.values(allowed).some(flag => flag.alias === given)
}

function unknownFlag(given: string, known: readonly string[], command: Command): UsageError {
  const dashes = given.length === 1 ? '-' : '--'
  const elsewhere = commands.filter(each => each.flags.includes(given as FlagName)).map(each => `\`${each.name}\``)
  const hint =
    elsewhere.length > 0
      ? `${elsewhere.join(' and ')} ${elsewhere.length > 1 ? 'have' : 'has'} it`
      : suggestion(given, known).replaceAll(/`(\w)/g, '`--$1')
  return new UsageError(`\`${command.name}\` has no flag \`${dashes}${given}\``, hint)
}

function positionals(given: readonly (string | number)[], command: Command): string[] {
  const files = given.map(String)
  const { positional } = command
  if (!positional && files.length > 0) throw new UsageError(`\`${command.name}\` takes no files`)
  if (positional && files.length === 0)
    throw new UsageError(`\`${command.name}\` needs a file`, `write \`standfirst ${command.name} story.md\``)
  if (positional === '<file>' && files.length > 1)
    throw new UsageError(`\`${command.name}\` takes one file, not ${files.length}`)
  return files
}

async function help(command: Command | undefined): Promise<string> {
  const parser = parserFor(command)
  if (command)
    parser.usage(`$0 ${command.name}${command.positional ? ` ${command.positional}` : ''}\n\n${command.describe}.`)
  else {
    parser.usage('$0 <command>\n\nOne article in Markdown becomes every format a newsroom publishes.')
    for (const each of commands) parser.command(`${each.name} ${each.positional ?? ''}`.trim(), each.describe)
    parser.options(Object.fromEntries(commonFlags.map(name => [name, flags[name]])))
  }
  for (const [line, meaning] of command?.examples ?? commands[0]!.examples!) parser.example(line, meaning)
  parser.wrap(Math.min(100, process.stdout.columns ?? 100))
  return `${await parser.getHelp()}\n`
}
