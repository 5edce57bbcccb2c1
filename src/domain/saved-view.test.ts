import { expect, test } from 'vitest'
import { checkView, mayChangeView, maySeeView, mayShareView } from './saved-view.ts'
import { isSameView, savedLists, viewIn, viewParts } from './view-parts.ts'

const ana = { id: 'ana', name: 'Ana', role: 'maker' as const }
const ben = { id: 'ben', name: 'Ben', role: 'viewer' as const }
const cora = { id: 'cora', name: 'Cora', role: 'contributor' as const }

test('of an address, the view is what its list has, without what is as usual or of the moment', () => {
  const address = { state: 'validated', sort: '', columns: 'key,title', new: '1', view: 'a', q: 'x' }
  expect(viewIn('problems', address)).toEqual({ state: 'validated', sort: '', columns: 'key,title' })
  for (const list of savedLists) expect(viewIn(list, { new: '1', view: 'a', compare: 'BET-1' })).toEqual({})
})

test('the order of the parts makes no other view, a missing or different one does', () => {
  expect(isSameView({ sort: 'a', group: 'b' }, { group: 'b', sort: 'a' })).toBe(true)
  expect(isSameView({ sort: 'a' }, {})).toBe(false)
  expect(isSameView({}, { sort: 'a' })).toBe(false)
  expect(isSameView({ sort: 'a' }, { sort: '-a' })).toBe(false)
})

test('a view has the parts of its list and no others', () => {
  for (const list of savedLists) expect(() => checkView(list, Object.fromEntries(viewParts[list].map((part) => [part, 'x'])))).not.toThrow()
  expect(() => checkView('problems', { show: 'open' })).toThrow('The view of problems has state, sort, columns, group, but no “show”.')
})

test('who may see, change and share a view', () => {
  const kept = { ownerId: 'ben', shared: false }
  const shared = { ownerId: 'cora', shared: true }
  expect([ana, ben, cora].map((member) => maySeeView(member, kept))).toEqual([false, true, false])
  expect([ana, ben, cora].map((member) => maySeeView(member, shared))).toEqual([true, true, true])
  expect([ana, ben, cora].map((member) => mayChangeView(member, kept))).toEqual([false, true, false])
  expect([ana, ben, cora].map((member) => mayChangeView(member, shared))).toEqual([true, false, true])
  expect([ana, ben, cora].map((member) => mayShareView(member, shared))).toEqual([false, false, true])
  expect(mayShareView(ben, kept)).toBe(false)
})
