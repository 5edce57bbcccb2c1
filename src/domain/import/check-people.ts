import { readCount, readEmail, readMoment, readName, readRevenue } from './read-fields.ts'
import { type Cell, type CellReader, type CheckContext, type Row, RowRefused, traitsOf } from './row.ts'

export type AccountDraft = {
  name: string
  domain: string | null
  plan: string | null
  segment: string | null
  size: number | null
  revenue: number | null
  customerSince: Date | null
  churnedAt: Date | null
  sourceId: string
  traits: Record<string, string>
}

export type ContactDraft = {
  name: string
  email: string | null
  accountName: string | null
  title: string | null
  distinctId: string | null
  sourceId: string
  traits: Record<string, string>
}

export function checkAccount(row: Row, read: CellReader, context: CheckContext): AccountDraft[] {
  const name = read.one(row, 'name')
  if (!name) throw new RowRefused('The account has no name.')
  const field = fieldsIn(row, read)
  return [
    {
      name: readName(name),
      domain: field('domain', ({ value }) => bareDomain(value)),
      plan: field('plan', readName),
      segment: field('segment', readName),
      size: field('size', (cell) => readCount(cell, context)),
      revenue: field('revenue', (cell) => readRevenue(cell, context)),
      customerSince: field('customerSince', (cell) => readMoment(cell, context)),
      churnedAt: field('churnedAt', (cell) => readMoment(cell, context)),
      sourceId: sourceIdOf(row, read, context),
      traits: traitsOf(row, read),
    },
  ]
}

export function checkContact(row: Row, read: CellReader, context: CheckContext): ContactDraft[] {
  const field = fieldsIn(row, read)
  const email = field('email', readEmail)
  const name =
    field('name', readName) ??
    ['firstName', 'lastName']
      .map((part) => field(part, readName))
      .filter(Boolean)
      .join(' ')
  if (!name && !email) throw new RowRefused('The contact has neither a name nor an e-mail address.')
  return [
    {
      name: name || email!,
      email,
      accountName: field('accountName', readName),
      title: field('title', readName),
      distinctId: field('distinctId', readName),
      sourceId: sourceIdOf(row, read, context),
      traits: traitsOf(row, read),
    },
  ]
}

const fieldsIn = (row: Row, read: CellReader) =>
  function field<T>(name: string, readCell: (cell: Cell) => T): T | null {
    const cell = read.one(row, name)
    return cell ? readCell(cell) : null
  }

/** Ids are unique per kind in a workspace, so the source stands in front. */
function sourceIdOf(row: Row, read: CellReader, { mapping, fingerprint }: CheckContext) {
  const id = read.one(row, 'sourceId')
  return id ? `${mapping.sourceSystem}:${readName(id)}` : `${fingerprint}:${row.line}`
}

const bareDomain = (text: string) =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '')
