import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { demoEvents } from './product-events.ts'
import { generateDemo } from './story.ts'
import { companyNames } from './texts/company-names.ts'
import { themes } from './texts/themes.ts'

const setting = { seed: 7, now: new Date('2026-11-24T09:00:00Z') }
const story = generateDemo(setting)

test('the same seed and day tell the same story, another seed another one', () => {
  expect(generateDemo(setting)).toEqual(story)
  expect(generateDemo({ ...setting, seed: 8 }).feedback[0]).not.toEqual(story.feedback[0])
})

test.each([
  ['accounts', 64],
  ['contacts', 150],
  ['feedback', 1_500],
  ['problems', 16],
  ['insights', 350],
  ['metrics', 10],
  ['bets', 15],
  ['decisions', 12],
  ['comments', 40],
  ['specs', 5],
  ['launches', 5],
] as const)('there are enough %s', (name, least) => {
  expect(story[name].length).toBeGreaterThanOrEqual(least)
})

test('every passage is what stands there in the feedback', () => {
  const texts = new Map(story.feedback.map(({ id, text }) => [id, text]))
  for (const { feedbackId, fromOffset, toOffset, passage } of story.insights) {
    expect(passage.trim().length).toBeGreaterThan(3)
    expect(texts.get(feedbackId)!.slice(fromOffset, toOffset)).toBe(passage)
  }
})

test('some customers contradict, and what supports says how much it hurts', () => {
  expect(story.insights.filter(({ stance }) => stance === 'contradicts').length).toBeGreaterThan(15)
  expect(story.insights.filter(({ stance }) => stance === 'supports').every(({ hurt }) => hurt === 1 || hurt === 2 || hurt === 3)).toBe(
    true,
  )
})

test('no slot, bracket or mark of the texts is left in what people read', () => {
  for (const { text } of story.feedback) expect(text).not.toMatch(/\{\w+\}|\*|\[[^\]]*\|/)
})

test('the unread is the newest, about 45 of it', () => {
  const unread = story.feedback.filter(({ state }) => state === 'new')
  expect(unread.length).toBeGreaterThan(40)
  expect(unread.length).toBeLessThan(50)
  const newestRead = Math.max(...story.feedback.filter(({ state }) => state !== 'new').map(({ saidAt }) => Number(saidAt)))
  expect(Math.min(...unread.map(({ saidAt }) => Number(saidAt)))).toBeGreaterThanOrEqual(newestRead)
})

test('most feedback is said once: at least four of five texts are found nowhere else', () => {
  const counts = new Map<string, number>()
  for (const { text } of story.feedback) counts.set(text, (counts.get(text) ?? 0) + 1)
  expect([...counts.values()].filter((count) => count === 1).length / story.feedback.length).toBeGreaterThan(0.8)
})

test('bets are in every state, and dropped ones say why', () => {
  expect(new Set(story.bets.map(({ state }) => state))).toEqual(
    new Set(['idea', 'considering', 'committed', 'building', 'launched', 'learned', 'dropped']),
  )
  expect(story.bets.filter(({ state }) => state === 'dropped').every(({ stateReason }) => stateReason)).toBe(true)
})

test('five people have at least ten scored forecasts each', () => {
  const scored = Map.groupBy(
    story.forecasts.filter(({ outcome }) => outcome !== null),
    ({ memberId }) => memberId,
  )
  expect([...scored.values()].filter((own) => own.length >= 10).length).toBeGreaterThanOrEqual(5)
})

test('the journal runs in order, ends before now, and tells of every feedback and bet', () => {
  const times = story.journal.map(({ at }) => at.getTime())
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(times.at(-1)!).toBeLessThanOrEqual(setting.now.getTime())
  const added = new Set(story.journal.filter(({ what }) => what.endsWith('.added')).map(({ aboutId }) => aboutId))
  for (const { id } of [...story.feedback, ...story.bets, ...story.problems, ...story.decisions]) expect(added.has(id)).toBe(true)
})

test('ids and keys are unique', () => {
  const ids = [story.accounts, story.contacts, story.feedback, story.insights, story.bets, story.forecasts, story.comments]
    .flat()
    .map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(story.feedback.map(({ key }) => key)).size).toBe(story.feedback.length)
})

test('no company is called like one that exists in the field', () => {
  const real = [
    'servicetitan',
    'jobber',
    'housecall',
    'quickbooks',
    'xero',
    'datev',
    'sage',
    'stripe',
    'rentokil',
    'otis',
    'schindler',
    'kone',
    'vaillant',
    'viessmann',
    'bosch',
    'british gas',
    'pimlico',
    'dyno',
    'mitie',
    'engie',
    'veolia',
    'whatsapp',
    'slack',
    'excel',
  ]
  for (const { name } of companyNames) for (const other of real) expect(name.toLowerCase().split(/[^\p{L}]+/u)).not.toContain(other)
  for (const { text } of story.feedback)
    for (const other of ['servicetitan', 'quickbooks', 'whatsapp ']) expect(text.toLowerCase()).not.toContain(other)
})

test('every theme has its voices, each line with one marked passage', () => {
  for (const theme of Object.values(themes))
    for (const line of Object.values(theme).flat()) expect(line).toMatch(/^[123] [^*]*\*[^*]+\*[^*]*$/)
})

test('the events are many, in the past, and the same each time', () => {
  const once = fingerprint()
  expect(once.count).toBeGreaterThan(400_000)
  expect(once.people).toBeGreaterThan(3_000)
  expect(once.last).toBeLessThanOrEqual(setting.now.getTime())
  expect(fingerprint()).toEqual(once)
}, 60_000)

function fingerprint() {
  const hash = createHash('sha256')
  const people = new Set<string>()
  let [count, last] = [0, 0]
  for (const batch of demoEvents(setting)) {
    count += batch.length
    for (const { distinctId, at } of batch) {
      people.add(distinctId)
      last = Math.max(last, at.getTime())
    }
    hash.update(JSON.stringify(batch[0]))
  }
  return { count, people: people.size, last, hash: hash.digest('hex') }
}
