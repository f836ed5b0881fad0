import { parseArgs } from 'node:util'
import { suggestion } from '../diagnostics/nearest.js'
import { UsageError } from '../export/errors.js'
import { type Arguments, type Command, commands, type Flag, type FlagName, flagsOf } from './flags.js'

/** What the user asked for: a command to run, or a text to read. */
export type Parsed = { command: Command; args: Arguments } | { print: string }

/** Reads the command line. Throws `UsageError` for an unknown command or flag, with the nearest known one. */
export async function parseArguments(argv: readonly string[]): Promise<Parsed> {
  const [name] = argv
  const command = commands.find(each => each.name === name)
  if (!command) return withoutCommand(argv)
  const { values, files } = parse(argv.slice(1), command)
  if (values.help) return { print: await help(command) }
  checkFiles(files, command)
  return { command, args: { files, values } }
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

/** What lays the help out is ten times as much code as what reads the flags: loaded only to show it. */
async function help(command: Command | undefined): Promise<string> {
  const { helpOf } = await import('./help.js')
  return helpOf(command)
}

function parse(argv: readonly string[], command: Command): Arguments {
  const allowed = flagsOf(command)
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(Object.entries(allowed).map(([name, flag]) => [name, optionOf(flag)])),
    // What is wrong is said in our own words.
    strict: false,
    tokens: true,
  })
  const values: { [flag: string]: unknown } = {}
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const flag = Object.hasOwn(allowed, token.name) ? allowed[token.name] : undefined
    if (!flag) throw unknownFlag(token.name, Object.keys(allowed), command)
    const value = valueWith(token, flag)
    if (flag.array) values[token.name] = [...((values[token.name] as unknown[]) ?? []), value]
    else if (token.name in values) throw givenAgain(token.name, tokens)
    else values[token.name] = value
  }
  return { files: positionals, values }
}

function optionOf({ type, alias }: Flag): { type: 'string' | 'boolean'; short?: string } {
  return { type: type === 'boolean' ? 'boolean' : 'string', ...(alias && { short: alias }) }
}

/** A flag as it was met on the command line. */
interface Token {
  name: string
  rawName: string
  value?: string | undefined
  inlineValue?: boolean | undefined
}

/** Returns the value that stands with a flag, or whether a switch is on. Throws where the value is missing. */
function valueWith({ name, rawName, value, inlineValue }: Token, flag: Flag): string | boolean {
  if (flag.type === 'boolean') return value === undefined || value === 'true'
  // `-o=public` is meant as `--out=public` is.
  const text = inlineValue && !rawName.startsWith('--') ? value?.replace(/^=/, '') : value
  const isFlag = !inlineValue && /^-[^\d]/.test(text ?? '')
  if (!text || isFlag) throw new UsageError(`\`--${name}\` is given without a value`)
  return text
}

function givenAgain(name: string, tokens: readonly { kind: string; name?: string }[]): UsageError {
  const times = tokens.filter(token => token.kind === 'option' && token.name === name).length
  return new UsageError(`\`--${name}\` is given ${times} times`)
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

function checkFiles(files: readonly string[], { name, positional }: Command): void {
  if (!positional && files.length > 0) throw new UsageError(`\`${name}\` takes no files`)
  if (positional && files.length === 0)
    throw new UsageError(`\`${name}\` needs a file`, `write \`standfirst ${name} story.md\``)
  if (positional === '<file>' && files.length > 1)
    throw new UsageError(`\`${name}\` takes one file, not ${files.length}`)
}
