import { channels } from '#domain/customer/channels.ts'
import { feedbackStates } from '#domain/customer/feedback.ts'
import { dateOrders } from '#domain/import/dates.ts'
import { importKinds } from '#domain/import/fields.ts'
import { decimalMarks } from '#domain/import/numbers.ts'
import { listBets } from './bets.ts'
import { connect, type Terminal } from './connection.ts'
import { listDecisions } from './decisions.ts'
import { exportTo } from './export.ts'
import { addFeedback, listFeedback } from './feedback.ts'
import { importFile, listImports, undoImport } from './import.ts'
import { listProblems } from './problems.ts'

/** What a command is called with, what it does in one line, and its options as `--name`, what it says. */
export type Described = { usage: string; says: string; options?: [string, string][] }
export type Command = Described & { run: (terminal: Terminal, args: string[]) => Promise<void> }

const channel: [string, string] = ['--channel CHANNEL', `where it came in: ${channels.join(', ')}`]
const asJson: [string, string] = ['--json', 'print JSON instead of a table or a sentence']

/** For people with an account, over the API. One line a command. */
export const commands: Record<string, Command> = {
  import: {
    usage: 'import FILE [--kind feedback] [--map text=COLUMN] [--yes]',
    says: 'bring a CSV, JSON or text file',
    options: [
      ['--kind KIND', `what the rows are: ${importKinds.join(', ')}; recognised when not said`],
      ['--map FIELD=COLUMN', 'which column holds a field; as often as needed'],
      ['--date-order ORDER', `which comes first in dates like 03/04/2026: ${dateOrders.join(' or ')}`],
      ['--undated-day DAY', 'when feedback without a date was said, like 2026-03-01'],
      ['--decimal MARK', `how numbers are written: with ${decimalMarks.join(' or ')}`],
      channel,
      ['--event NAME', 'the name of the event that each row is'],
      ['--source NAME', 'the system the file comes from, so that its records are known again'],
      ['--rejected FILE', 'write the rows that were rejected, each with the reason'],
      ['--yes', 'import without asking'],
      asJson,
    ],
    run: (t, args) => importFile(connect(t), t, args),
  },
  'imports list': {
    usage: 'imports list',
    says: 'what was imported',
    options: [asJson],
    run: (t, args) => listImports(connect(t), t, args),
  },
  'imports undo': {
    usage: 'imports undo ID',
    says: 'take a whole import back, for a day',
    options: [asJson],
    run: (t, args) => undoImport(connect(t), t, args),
  },
  export: {
    usage: 'export [FILE]',
    says: 'everything as JSON Lines; with --list feedback one list as CSV',
    options: [['--list NAME', 'one list as CSV: feedback, problem, bet …']],
    run: (t, args) => exportTo(connect(t), t, args),
  },
  'feedback add': {
    usage: 'feedback add TEXT|-',
    says: 'capture what somebody said; - reads standard input',
    options: [
      channel,
      ['--by NAME', 'who said it'],
      ['--email ADDRESS', 'their e-mail address'],
      ['--account NAME', 'their company'],
      ['--said-at DATE', 'when, like 2026-03-01 or 2026-03-01T14:30:00Z'],
      asJson,
    ],
    run: (t, args) => addFeedback(connect(t), t, args),
  },
  'feedback list': {
    usage: 'feedback list [--state new]',
    says: 'feedback, newest first',
    options: [
      ['--state STATE', `one of ${feedbackStates.join(', ')}`],
      ['--search WORDS', 'with these words'],
      ['--limit COUNT', 'how many, at most 200'],
      asJson,
    ],
    run: (t, args) => listFeedback(connect(t), t, args),
  },
  'problems list': {
    usage: 'problems list',
    says: 'problems and how well they are known',
    options: [asJson],
    run: (t, args) => listProblems(connect(t), t, args),
  },
  'bets list': { usage: 'bets list', says: 'bets in roadmap order', options: [asJson], run: (t, args) => listBets(connect(t), t, args) },
  'decisions list': {
    usage: 'decisions list',
    says: 'decisions, the open ones first',
    options: [asJson],
    run: (t, args) => listDecisions(connect(t), t, args),
  },
}

/** For operators, on the machine of the data folder. src/main.ts runs them without an account. */
export const operatorCommands: Record<'serve' | 'backup' | 'restore' | 'migrate', Described> = {
  serve: { usage: 'serve', says: 'run the server; npm start does the same and builds the web client first' },
  backup: { usage: 'backup FILE', says: 'write everything of this installation into one file, also while it runs' },
  restore: { usage: 'restore FILE', says: 'bring a backup back into an empty data folder' },
  migrate: { usage: 'migrate', says: 'bring the database up to date and end' },
}
