import yargs from 'yargs'
import { type Command, commands, flagsOf } from './flags.js'
import { standardOutput } from './streams.js'

/** Returns the help of one command, or of all. */
export async function helpOf(command: Command | undefined): Promise<string> {
  const parser = yargs().scriptName('standfirst').locale('en').help(false).version(false)
  if (command)
    parser
      .options(flagsOf(command))
      .usage(`$0 ${command.name}${command.positional ? ` ${command.positional}` : ''}\n\n${command.describe}.`)
  else {
    parser.usage('$0 <command>\n\nOne article in Markdown becomes every format a newsroom publishes.')
    for (const each of commands) parser.command(`${each.name} ${each.positional ?? ''}`.trim(), each.describe)
    parser.options(flagsOf({ flags: [] }))
  }
  for (const [line, meaning] of command?.examples ?? commands[0]!.examples!) parser.example(line, meaning)
  parser.wrap(Math.min(100, standardOutput().columns ?? 100))
  return `${await parser.getHelp()}\n`
}
