import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockFolder } from './folder-lock.ts'

function emptyFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'tricorn-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('who comes second is told who holds the folder', async () => {
  const folder = emptyFolder()
  const release = await lockFolder(folder, 'http://127.0.0.1:4400, process 7')
  await expect(lockFolder(folder, 'another')).rejects.toThrow('(http://127.0.0.1:4400, process 7)')
  await release()
})

test('a released folder can be held again, and nothing of the lock is left in it', async () => {
  const folder = emptyFolder()
  const release = await lockFolder(folder, 'one')
  await release()
  expect(readdirSync(folder)).toEqual([])
  await (await lockFolder(folder, 'two'))()
})

test('what a killed process left behind is no lock', async () => {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'tricorn.lock.3'), '')
  await (await lockFolder(folder, 'next'))()
})

test.each([[[]], [['tricorn.lock.3']]])(
  'of many who start at the same moment one gets the folder, whatever lies in it: %j',
  async (left) => {
    const folder = emptyFolder()
    for (const name of left) writeFileSync(join(folder, name), '')
    const tries = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => lockFolder(folder, name)))
    const won = tries.filter((outcome) => outcome.status === 'fulfilled')
    expect(won).toHaveLength(1)
    await won[0]!.value()
  },
)
