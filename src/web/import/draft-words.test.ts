import { expect, test } from 'vitest'
import { formatDay } from '../ui/format.ts'
import { factsOf, nameOf } from './draft-words.ts'

const said = {
  text: 'Too slow',
  question: null,
  channel: 'review' as const,
  saidAt: null,
  contactName: 'Ana Silva',
  contactEmail: 'ana@acme.test',
  accountName: 'Acme',
  sourceId: 'r1',
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
  [said, 'Too slow', ['Ana Silva', 'Acme', 'no date', 'review', 'French', 'Rating: 2', 'Trail length: 12 km']],
  [contact, 'Ana', ['ana@acme.test', 'Acme']],
  [{ ...account, customerSince: null, churnedAt: null }, 'Acme', ['Team', 'Region: North']],
])('%o is called %s, with all that the row knew', (draft, name, facts) => {
  expect(nameOf(draft)).toBe(name)
  expect(factsOf(draft, null)).toEqual(facts)
})

test('what has no date shows the day that somebody named for it', () => {
  expect(factsOf(said, '2024-05-03')).toContain(formatDay('2024-05-03'))
  expect(factsOf({ ...said, saidAt: '2025-01-02T10:00:00Z' }, '2024-05-03')).toContain(formatDay('2025-01-02T10:00:00Z'))
})
