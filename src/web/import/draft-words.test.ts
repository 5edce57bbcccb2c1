import { expect, test } from 'vitest'
import { formatDay } from '../ui/format.ts'
import { factsOf, nameOf, saidWhenOf, whoOf } from './draft-words.ts'

const said = {
  text: 'Too slow',
  question: null,
  channel: 'review' as const,
  saidAt: null,
  contactName: 'Ana Silva',
  contactEmail: 'ana@acme.test',
  accountName: 'Acme',
  sourceId: 'r1',
  sourceRow: 'r1',
  sourceUrl: null,
  language: 'fr',
  traits: { rating: '2', trail_length: '12 km' },
}
const contact = { name: 'Ana', email: 'ana@acme.test', accountName: 'Acme', title: null, distinctId: null, sourceId: 'c1', traits: {} }
const account = {
  name: 'Acme',
  domain: null,
  plan: 'Team',
  segment: null,
  size: null,
  revenue: null,
  sourceId: 'a1',
  traits: { region: 'North' },
}

test.each([
  [said, 'Too slow', ['Ana Silva', 'review', 'French', 'rated 2']],
  [contact, 'Ana', ['ana@acme.test', 'Acme']],
  [{ ...account, customerSince: null, churnedAt: null }, 'Acme', ['Team']],
])('%o is called %s, with all that the row knew but for its traits', (draft, name, facts) => {
  expect(nameOf(draft)).toBe(name)
  expect(factsOf(draft)).toEqual(facts)
})

test.each([
  [said, 'Acme'],
  [{ ...said, accountName: null }, 'Ana Silva'],
  [{ ...said, accountName: null, contactName: null }, 'ana@acme.test'],
  [{ ...said, accountName: null, contactName: null, contactEmail: null }, 'Somebody unknown'],
])('%o is said by %s, as in the inbox', (draft, who) => {
  expect(whoOf(draft)).toBe(who)
})

test('what has no date shows the day that somebody named for it', () => {
  expect(saidWhenOf(said, null)).toBe('no date')
  expect(saidWhenOf(said, '2024-05-03')).toBe(formatDay('2024-05-03'))
  expect(saidWhenOf({ ...said, saidAt: '2025-01-02T10:00:00Z' }, '2024-05-03')).toBe(formatDay('2025-01-02T10:00:00Z'))
})
