import { channels } from '../customer/channels.ts'
import { columnsFor, type Mapping } from './mapping.ts'
import { nothingSaid } from './nothing-said.ts'
import { isEmail, readMoment, readName } from './read-fields.ts'
import { type Cell, type CellReader, type CheckContext, type Row, RowRefused, traitsOf } from './row.ts'

type Channel = Mapping['channel']

/** One piece of feedback to be. `question` is the column that it answers, when the file asks several. */
export type FeedbackDraft = {
  text: string
  question: string | null
  channel: Channel
  saidAt: Date | null
  contactName: string | null
  contactEmail: string | null
  accountName: string | null
  sourceId: string
  /** Names the row among those of its source; all it says is one voice. */
  sourceRow: string
  sourceUrl: string | null
  language: string | null
  traits: Record<string, string>
}

/** Every verbatim cell of a row becomes one piece of feedback; who said it and when is the same for all. */
export function checkFeedback(row: Row, read: CellReader, context: CheckContext): FeedbackDraft[] {
  const texts = read.all(row, 'text')
  if (texts.length === 0) throw new RowRefused(whyNothingSaid(context))
  const said = readCircumstances(row, read, context)
  const id = read.one(row, 'sourceId')?.value ?? `${context.fingerprint}:${row.line}`
  const several = columnsFor(context.mapping, 'text').length > 1
  return texts.map((cell) => ({
    ...said,
    // To the letter, spaces and all: what somebody said is never edited.
    text: row.cells[cell.position]!,
    question: several || cell.column.includes('?') ? cell.column : null,
    sourceRow: id,
    sourceId: several ? `${id}:${cell.position + 1}` : id,
  }))
}

function whyNothingSaid({ mapping }: CheckContext) {
  const columns = columnsFor(mapping, 'text')
  const empty = columns.length === 1 ? `“${columns[0]}” is empty.` : `none of the ${columns.length} columns of “What was said” is filled.`
  return `${nothingSaid}${empty}`
}

function readCircumstances(row: Row, read: CellReader, context: CheckContext) {
  const traits = traitsOf(row, read)
  const keep = (name: string, value: string) => void Object.assign(traits, { [name]: value })
  const [date, rating, person, account] = ['saidAt', 'rating', 'contactName', 'accountName'].map((field) => read.one(row, field))
  if (rating) keep('rating', rating.value)
  return {
    saidAt: date ? readMoment(date, context) : null,
    channel: readChannel(read.one(row, 'channel'), context, keep),
    contactName: person ? readName(person) : null,
    contactEmail: keepUnless(isEmail, read.one(row, 'contactEmail'), keep)?.toLowerCase() ?? null,
    accountName: account ? readName(account) : null,
    sourceUrl: keepUnless(isWebAddress, read.one(row, 'sourceUrl'), keep),
    language: readLanguage(read.one(row, 'language'), keep),
    traits,
  }
}

type Keep = (name: string, value: string) => void

const isWebAddress = (text: string) => /^https?:\/\/\S{1,2000}$/i.test(text)
const isLanguage = (text: string) => /^[a-z]{2}([-_][a-z0-9]{2,8})*$/i.test(text)

/** A value that does not fit its field is no reason to lose what was said: it stays as a trait. */
function keepUnless(fits: (text: string) => boolean, cell: Cell | undefined, keep: Keep) {
  if (!cell || fits(cell.value)) return cell?.value ?? null
  keep(cell.column, cell.value)
  return null
}

/** `fr-CA` is French to us; the rest of it stays as a trait. */
function readLanguage(cell: Cell | undefined, keep: Keep) {
  if (cell && cell.value.length > 2) keep(cell.column, cell.value)
  return cell && isLanguage(cell.value) ? cell.value.slice(0, 2).toLowerCase() : null
}

const otherWords: [Channel, RegExp][] = [
  ['email', /^e-?mails?$/],
  ['review', /review|app ?store|google ?play|play ?store|g2|capterra|trustpilot/],
  ['support', /support|ticket|zendesk|intercom|freshdesk|help ?desk|chat/],
  ['sales', /sales|salesforce|hubspot|crm|call/],
  ['survey', /survey|nps|csat|typeform/],
  ['community', /community|forum|reddit|twitter|discord|slack|social/],
  ['in-product', /in-?(product|app)|widget/],
  ['interview', /interview|research/],
  ['internal', /internal|team/],
]

function readChannel(cell: Cell | undefined, { mapping }: CheckContext, keep: Keep): Channel {
  if (!cell) return mapping.channel
  const word = cell.value.toLowerCase()
  const channel = channels.find((known) => known === word) ?? otherWords.find(([, pattern]) => pattern.test(word))?.[0]
  if (channel !== word) keep(cell.column, cell.value)
  return channel ?? mapping.channel
}
