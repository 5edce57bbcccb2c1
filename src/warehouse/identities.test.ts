import { expect, test } from 'vitest'
import type { Alias, Identification } from './events.ts'
import { fingerprint } from './fingerprint.ts'
import { type PersonRecord, planIdentities, type StoredPeople } from './identities.ts'

const nobody: StoredPeople = { roots: new Map(), records: new Map() }
const known = (distinctId: string, properties = {}): PersonRecord => ({
  person: fingerprint(distinctId),
  distinctId,
  known: true,
  properties,
})
const stored = (...records: PersonRecord[]): StoredPeople => ({
  roots: new Map(),
  records: new Map(records.map((record) => [record.person, record])),
})
const plan = (people: StoredPeople, identifications: Identification[], aliases: Alias[] = []) =>
  planIdentities(people, identifications, aliases)

test('signing in joins the person from before to the one who is known', () => {
  const { merges, changed, refusals } = plan(nobody, [{ distinctId: 'ana', anonymousId: 'a1', set: { plan: 'team' } }])
  expect(merges).toEqual([{ person: fingerprint('a1'), distinctId: 'a1', into: fingerprint('ana') }])
  expect(changed).toEqual([known('ana', { plan: 'team' })])
  expect(refusals).toEqual([])
})

test('a second person on the same computer is not joined to the first', () => {
  const people = { roots: new Map([[fingerprint('a1'), fingerprint('ana')]]), records: new Map([[fingerprint('ana'), known('ana')]]) }
  const { merges, changed, refusals } = plan(people, [{ distinctId: 'ben', anonymousId: 'a1' }])
  expect(merges).toEqual([])
  expect(changed).toEqual([known('ben')])
  expect(refusals[0]?.reason).toMatch('already belongs to a person who is known')
})

test('a forced alias joins two known people, and whoever stays keeps what is said about both', () => {
  const people = stored(known('ana', { plan: 'team', city: 'Bonn' }), known('a.ruiz', { plan: 'free', seats: 3 }))
  const { merges, changed, removed } = plan(people, [], [{ distinctId: 'ana', alias: 'a.ruiz', force: true }])
  expect(merges).toEqual([{ person: fingerprint('a.ruiz'), distinctId: 'a.ruiz', into: fingerprint('ana') }])
  expect(changed).toEqual([known('ana', { plan: 'team', city: 'Bonn', seats: 3 })])
  expect(removed).toEqual([fingerprint('a.ruiz')])
})

test('a chain within one delivery ends at the one who stays', () => {
  const { merges } = plan(nobody, [{ distinctId: 'b', anonymousId: 'a' }], [{ distinctId: 'c', alias: 'b', force: true }])
  expect(merges.map(({ distinctId, into }) => [distinctId, into])).toEqual([
    ['a', fingerprint('c')],
    ['b', fingerprint('c')],
  ])
})

test.each(['anonymous', 'NULL', 'undefined', '[object Object]', ' 0 '])('nobody is joined over “%s”', (id) => {
  const { merges, refusals } = plan(nobody, [{ distinctId: 'ana', anonymousId: id }], [{ distinctId: id, alias: 'x' }])
  expect(merges).toEqual([])
  expect(refusals).toHaveLength(2)
})

test('set overwrites, set once does not, and saying the same again changes nothing', () => {
  const people = stored(known('ana', { plan: 'free', first: 'web' }))
  const said = { distinctId: 'ana', set: { plan: 'team' }, setOnce: { first: 'app', source: 'ad' } }
  const { changed } = plan(people, [said])
  expect(changed[0]?.properties).toEqual({ plan: 'team', first: 'web', source: 'ad' })
  expect(plan(stored(changed[0]!), [said]).changed).toEqual([])
})

test('properties that came along with an event make nobody known', () => {
  expect(plan(nobody, [{ distinctId: 'a1', set: { city: 'Bonn' }, known: false }]).changed[0]?.known).toBe(false)
})
