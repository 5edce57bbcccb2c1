import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { Jobs } from './jobs.ts'
import { keepStarting } from './keep-starting.ts'

const log = pino({ level: 'silent' })
const send = (jobs: Jobs) => jobs.send({ db: undefined as never }, 'check-verdicts', {})

function queue() {
  const sent: string[] = []
  const jobs: Jobs = { send: async (_, name) => void sent.push(name), stop: async () => void sent.push('stopped') }
  return { sent, jobs }
}

test('what is sent while the queue starts waits for it', async () => {
  const { sent, jobs } = queue()
  const { promise, resolve } = Promise.withResolvers<Jobs>()
  const sending = send(keepStarting(() => promise, { log }))
  expect(sent).toEqual([])
  resolve(jobs)
  await sending
  expect(sent).toEqual(['check-verdicts'])
})

test('a queue that does not start refuses what is sent, and is started again', async () => {
  const { sent, jobs } = queue()
  const attempts = [Promise.reject(new Error('no connection')), Promise.resolve(jobs)]
  const kept = keepStarting(() => attempts.shift()!, { log, pause: 1 })
  await expect(send(kept)).rejects.toThrow('no connection')
  await expect.poll(() => attempts.length).toBe(0)
  await send(kept)
  expect(sent).toEqual(['check-verdicts'])
})

test('once stopped it is not started again', async () => {
  let attempts = 0
  const kept = keepStarting(
    () => {
      attempts++
      return Promise.reject(new Error('no connection'))
    },
    { log, pause: 1 },
  )
  await kept.stop()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(attempts).toBe(1)
})
