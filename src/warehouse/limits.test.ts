import { expect, test } from 'vitest'
import type { Json, NewEvent } from './events.ts'
import { packDelivery } from './packing.ts'

const now = new Date('2026-03-01T12:00:00Z')
const good: NewEvent = { event: 'opened', distinctId: 'ana', at: now, properties: { a: 1 } }
const deep = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as Json
const reasonFor = (change: object) => packDelivery({ events: [{ ...good, ...change } as NewEvent] }, now).refused[0]?.reason

test.each<[object, string | undefined]>([
  [{}, undefined],
  [{ at: new Date('1997-01-01') }, undefined],
  [{ at: new Date('2026-03-02T11:00:00Z') }, undefined],
  [{ event: 'x'.repeat(200), distinctId: 'ü'.repeat(200) }, undefined],
  [{ properties: { text: 'a \\u0000 that is only written down, 🙂' } }, undefined],
  [{ event: '' }, 'The event has no event name.'],
  [{ event: 7 }, 'The event has no event name.'],
  [{ event: 'x'.repeat(201) }, 'The event has an event name longer than 200 characters.'],
  [{ event: 'a\0b' }, 'The event has an event name with NUL or broken characters.'],
  [{ distinctId: '  ' }, 'The event has no distinct id.'],
  [{ distinctId: 'x'.repeat(201) }, 'The event has a distinct id longer than 200 characters.'],
  [{ at: new Date('1900-01-01') }, 'The event is dated before 1970.'],
  [{ at: new Date('2400-01-01') }, 'The event is dated more than a day in the future.'],
  [{ at: new Date('nonsense') }, 'The event has a date that cannot be read.'],
  [{ at: '2026-01-01' }, 'The event has a date that cannot be read.'],
  [{ properties: [1] }, 'The event has properties that are not an object.'],
  [{ properties: deep(17) }, 'The event has properties nested deeper than 16.'],
  [{ properties: deep(100_000) }, 'The event has properties nested deeper than 16.'],
  [{ properties: { text: 'x'.repeat(300_000) } }, 'The event has properties larger than 256 KB.'],
  [{ properties: { text: 'a\0b' } }, 'The event has properties with NUL or broken characters.'],
  [{ properties: { '\ud800': 1 } }, 'The event has properties with NUL or broken characters.'],
])('event %# is judged by its limits', (change, reason) => {
  expect(reasonFor(change)).toBe(reason)
})

test('good events of the same delivery stay, and the bad ones are named by their place', () => {
  const { packed, refused } = packDelivery({ events: [good, { ...good, event: '' }, good] }, now)
  expect(packed.events.names).toEqual(['opened', 'opened'])
  expect(refused).toEqual([{ index: 1, reason: 'The event has no event name.' }])
  expect(packed.rejections).toEqual([{ reason: 'The event has no event name.', sample: expect.stringContaining('"distinctId":"ana"') }])
})

test('what cannot be learned about people is a rejection too', () => {
  const { packed } = packDelivery(
    {
      identifications: [{ distinctId: '' }],
      aliases: [{ distinctId: 'a', alias: 'x\0' }],
      groups: [{ type: 'firm', key: '', traits: {} }],
    },
    now,
  )
  expect(packed.rejections.map(({ reason }) => reason)).toEqual([
    'The identification has no distinct id.',
    'The alias has a second id with NUL or broken characters.',
    'The group has no key.',
  ])
})
