import { NotAccepted } from '#domain/problems.ts'
import { listBets } from './bets.ts'
import { connect, type Terminal } from './connection.ts'
import { listDecisions } from './decisions.ts'
import { exportTo } from './export.ts'
import { addFeedback, listFeedback } from './feedback.ts'
import { importFile, listImports, undoImport } from './import.ts'
import { listProblems } from './problems.ts'
import { thisTerminal } from './terminal.ts'

type Command = { usage: string; says: string; run: (terminal: Terminal, args: string[]) => Promise<void> }

/** One line a command. */
const commands: Record<string, Command> = {
  import: {
    usage: 'import FILE [--kind feedback] [--map text=COLUMN] [--yes]',
    says: 'bring a CSV, JSON or text file',
    run: (t, args) => importFile(connect(t), t, args),
  },
  'imports list': { usage: 'imports list', says: 'what was imported', run: (t, args) => listImports(connect(t), t, args) },
  'imports undo': {
    usage: 'imports undo ID',
    says: 'take a whole import back, for a day',
    run: (t, args) => undoImport(connect(t), t, args),
  },
  export: {
    usage: 'export [FILE]',
    says: 'everything as JSON Lines; with --list feedback one list as CSV',
    run: (t, args) => exportTo(connect(t), t, args),
  },
  'feedback add': {
    usage: 'feedback add TEXT|-',
    says: 'capture what somebody said; - reads standard input',
    run: (t, args) => addFeedback(connect(t), t, args),
  },
  'feedback list': {
    usage: 'feedback list [--state new]',
    says: 'feedback, newest first',
    run: (t, args) => listFeedback(connect(t), t, args),
  },
  'problems list': {
    usage: 'problems list',
    says: 'problems and how well they are known',
    run: (t, args) => listProblems(connect(t), t, args),
  },
  'bets list': { usage: 'bets list', says: 'bets in roadmap order', run: (t, args) => listBets(connect(t), t, args) },
  'decisions list': {
    usage: 'decisions list',
    says: 'decisions, the open ones first',
    run: (t, args) => listDecisions(connect(t), t, args),
  },
}

/** The command line for people with an account: talks to a running server over its API. */
export async function runCli(args: string[], terminal: Terminal = thisTerminal()): Promise<void> {
  const [first = 'help', second = ''] = args
  if (['help', '--help', '-h'].includes(first)) return terminal.print(help())
  const name = commands[first] ? first : `${first} ${second}`.trim()
  const command = commands[name]
  if (!command) throw new NotAccepted(`There is no command “${name}”. See tricorn help.`)
  await command.run(terminal, args.slice(name.split(' ').length))
}

export function help() {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length))
  const lines = Object.values(commands).map(({ usage, says }) => `  tricorn ${usage.padEnd(width)}  ${says}`)
  return [
    'Commands for people with an account:',
    ...lines,
    '',
    'Lists and results take --json. TRICORN_URL says where the server is (http://127.0.0.1:4400 when not set),',
    'TRICORN_API_KEY who you are; make a key in Settings.',
  ].join('\n')
}
