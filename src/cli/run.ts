import { readFileSync } from 'node:fs'
import { asksForHelp, Misused } from './arguments.ts'
import { commands, operatorCommands } from './commands.ts'
import type { Terminal } from './connection.ts'
import { help, helpOf, helpUnder, under } from './help.ts'
import { thisTerminal } from './terminal.ts'

/** The command line for people with an account: talks to a running server over its API. */
export async function runCli(args: string[], terminal: Terminal = thisTerminal()): Promise<void> {
  const [first = 'help', second = ''] = args
  if (['help', '--help', '-h'].includes(first)) return terminal.print(args.length > 1 ? helpFor(args.slice(1)) : help())
  if (['version', '--version', '-v'].includes(first)) return terminal.print(version())
  if (asksForHelp(args)) return terminal.print(helpFor(args))
  const name = commands[first] ? first : `${first} ${second}`.trim()
  const command = commands[name]
  if (!command) throw unknown(first, name)
  await command.run(terminal, args.slice(name.split(' ').length))
}

function helpFor([first = '', second = '']: string[]) {
  const described = commands[first] ?? commands[`${first} ${second}`] ?? operatorCommands[first as keyof typeof operatorCommands]
  if (described) return helpOf(described)
  if (under(first).length === 0) throw unknown(first, first)
  return helpUnder(first)
}

function unknown(first: string, name: string) {
  const near = under(first).map(({ usage }) => `tricorn ${usage.split(' ').slice(0, 2).join(' ')}`)
  const hint = near.length > 0 ? `There are ${near.join(' and ')}.` : 'tricorn help lists all of them.'
  return new Misused(`There is no command “${name}”. ${hint}`)
}

function version() {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
  return `tricorn ${version}`
}
