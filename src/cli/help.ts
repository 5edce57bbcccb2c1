import { commands, type Described, operatorCommands } from './commands.ts'

function aligned(lines: [string, string][]) {
  const width = Math.max(...lines.map(([left]) => left.length))
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

const listed = (described: Described[]) => aligned(described.map(({ usage, says }) => [`tricorn ${usage}`, says]))

const operators = [
  'On the machine of the data folder, without an account:',
  ...listed(Object.values(operatorCommands)),
  '',
  'TRICORN_DATA says where the data folder is (data when not set), PORT and HOST where the server listens.',
]

/** Every command in a line. */
export function help() {
  return [
    'For people with an account, over a running server:',
    ...listed(Object.values(commands)),
    '',
    'Lists and results take --json. TRICORN_URL says where the server is (http://127.0.0.1:4400 when not set),',
    'TRICORN_API_KEY who you are; make a key in Settings.',
    '',
    ...operators,
    '',
    'tricorn COMMAND --help tells more of one command, tricorn --version which version this is.',
  ].join('\n')
}

/** One command with its options. */
export function helpOf({ usage, says, options = [] }: Described) {
  return [`tricorn ${usage}`, `  ${says}`, ...(options.length > 0 ? ['', ...aligned(options)] : [])].join('\n')
}

/** The commands that begin with a word, as `tricorn feedback --help` asks for. */
export const helpUnder = (word: string) => listed(under(word)).join('\n')

export const under = (word: string): Described[] =>
  Object.entries(commands)
    .filter(([name]) => name.startsWith(`${word} `))
    .map(([, command]) => command)
