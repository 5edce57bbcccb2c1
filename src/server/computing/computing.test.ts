import { afterAll, describe, expect, test } from 'vitest'
import { stepWithin } from '#domain/business/success-plan-design.ts'
import { openComputing } from './computing.ts'

const computing = openComputing()
afterAll(() => computing.stop())

const past = { values: Array.from({ length: 400 }, (_, at) => Math.sin(at * at)), trend: true }
const rates = { alpha: 0.05, power: 0.8, scale: 'absolute' } as const

describe('Computing in a thread of its own', () => {
  test('gives what the function gives here', async () => {
    expect(await computing.compute('stepWithin', 30, past, rates)).toEqual(stepWithin(30, past, rates))
  })

  test('lets the event loop turn while it computes', async () => {
    let turns = 0
    const turning = setInterval(() => turns++, 0)
    await computing.compute('stepWithin', 30, past, rates)
    clearInterval(turning)
    expect(turns).toBeGreaterThan(0)
  })

  test('fails for the one who asked alone', async () => {
    await expect(computing.compute('stepWithin', 30, undefined as never, rates)).rejects.toThrow()
    expect(await computing.compute('stepWithin', 30, past, rates)).toEqual(stepWithin(30, past, rates))
  })
})
