import { afterAll, describe, expect, test } from 'vitest'
import { compareBeforeAfter } from '#domain/statistics/before-after.ts'
import { openComputing } from './computing.ts'

const computing = openComputing()
afterAll(() => computing.stop())

const series = { values: Array.from({ length: 400 }, (_, at) => Math.sin(at) + (at >= 300 ? 2 : 0)), changeAt: 300, trend: true }

describe('Computing in a thread of its own', () => {
  test('gives what the function gives here', async () => {
    expect(await computing.compute('compareBeforeAfter', series)).toEqual(compareBeforeAfter(series))
  })

  test('lets the event loop turn while it computes', async () => {
    let turns = 0
    const turning = setInterval(() => turns++, 0)
    await computing.compute('compareBeforeAfter', series)
    clearInterval(turning)
    expect(turns).toBeGreaterThan(0)
  })

  test('fails for the one who asked alone', async () => {
    await expect(computing.compute('compareBeforeAfter', undefined as never)).rejects.toThrow()
    expect(await computing.compute('compareBeforeAfter', series)).toEqual(compareBeforeAfter(series))
  })
})
