import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const capture = (text: string) => read(w.cora.api.feedback.$post({ json: { text } }))
const tie = (feedback: string, { title, text }: { title: string; text: string }) =>
  read(w.ana.api.insights.$post({ json: { feedback, newProblem: title, from: 0, to: text.length } }))
const suggestedFor = async (key: string) =>
  (await read(w.ben.api.feedback[':id'].suggestions.$get({ param: { id: key } }))).problems.map(({ title }) => title)

test('a problem that the feedback is tied to is not suggested for it again, until it is untied', async () => {
  const text = 'The invoice shows the wrong customer address'
  const { key } = await capture(text)
  const other = await capture('Wrong address of the customer on my invoice')
  const insight = await tie(key, { title: 'Invoices show wrong addresses', text })
  expect(await suggestedFor(key)).toEqual([])
  expect(await suggestedFor(other.key)).toEqual(['Invoices show wrong addresses'])
  await read(w.ana.api.insights[':id'].$delete({ param: { id: insight.id } }))
  expect(await suggestedFor(key)).toEqual(['Invoices show wrong addresses'])
})

test('that both speak of an update suggests nothing', async () => {
  const text = 'Depuis la dernière mise à jour la montre ne se synchronise plus'
  await tie((await capture(text)).key, { title: 'Synchronisation perdue après mise à jour', text })
  expect(await suggestedFor((await capture('Depuis la dernière mise à jour la batterie se vide')).key)).toEqual([])
  expect(await suggestedFor((await capture('La montre ne synchronise rien depuis la mise à jour')).key)).toEqual([
    'Synchronisation perdue après mise à jour',
  ])
})
