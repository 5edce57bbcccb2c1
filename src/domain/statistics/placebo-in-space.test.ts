import { expect, test } from 'vitest'
import { drawNormals, startChance } from './chance.ts'
import { must } from './must.ts'
import type { Panel } from './panel.ts'
import { rankAmongPlacebos } from './placebo-in-space.ts'
import california from './reference-data/proposition-99.json' with { type: 'json' }

const chance = startChance(9)
const common = drawNormals(chance, 24)
const groups = Array.from({ length: 12 }, () => drawNormals(chance, 24).map((z, t) => 10 + 2 * common[t]! + 0.4 * z))
const panel: Panel = { treated: groups[0]!.map((value, t) => (t >= 14 ? value + 12 : value)), controls: groups.slice(1), changeAt: 14 }

test('a group that changed a lot ranks first, and its p is 1 over the number of groups', () => {
  expect(must(rankAmongPlacebos(panel))).toMatchObject({ rank: 1, groups: 12, p: 1 / 12 })
})

test('one that did not change has no small p, whatever unit it is measured in', () => {
  const plain = { ...panel, treated: groups[0]! }
  const found = must(rankAmongPlacebos(plain))
  expect(found.p).toBeGreaterThan(0.1)
  const scale = (one: readonly number[]) => one.map((value) => 1000 * value)
  const scaled = must(rankAmongPlacebos({ ...plain, treated: scale(plain.treated), controls: plain.controls.map(scale) }))
  expect(scaled.rank).toBe(found.rank)
  expect(scaled.ratio / found.ratio).toBeCloseTo(1, 6)
})

test('California ranks third of 39, so the rank does not reach 5 per cent', () => {
  const { rank, p } = must(rankAmongPlacebos({ treated: california.treated, controls: california.controls, changeAt: 19 }))
  expect({ rank, p }).toEqual({ rank: 3, p: 3 / 39 })
})

test('a group matched almost perfectly before gets a rank, but no p', () => {
  const copy = groups[1]!.map((value, t) => value + (t >= 14 ? 3 : 1e-4 * Math.sin(t)))
  const found = must(rankAmongPlacebos({ ...panel, controls: [...panel.controls, copy] }))
  expect(found.p).toEqual({ refused: expect.stringMatching(/matched almost perfectly/) })
})

test('too few groups and flat groups are refused', () => {
  expect(rankAmongPlacebos({ ...panel, controls: groups.slice(1, 4) })).toHaveProperty('refused')
  expect(rankAmongPlacebos({ ...panel, treated: groups[0]!.map(() => 5) })).toHaveProperty('refused')
})
