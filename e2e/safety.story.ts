import { expect } from '@playwright/test'
import { test } from './person.ts'

const attack = `<script>window.stolen = 1</script><img src=x onerror="window.stolen = 2"> <a href="javascript:window.stolen=3">click</a> [so](javascript:window.stolen=4) <b>bold</b>`

test('HTML and script that customers send are shown as their words and run nowhere', async ({ page, room }) => {
  await room.post('/feedback', { text: attack, channel: 'in-product', by: { name: '<img src=x onerror=window.stolen=5>' } })
  await room.post('/insights', { feedback: 'FB-1', newProblem: '<svg onload=window.stolen=6>', from: 0, to: attack.length })
  await room.post('/comments', { about: 'PROB-1', text: attack })

  await room.open('/inbox')
  await expect(page.getByRole('article', { name: 'FB-1' })).toContainText('<script>window.stolen = 1</script>')
  await expect(page.getByRole('article', { name: 'FB-1' })).toContainText('<b>bold</b>')
  await room.open('/problems/PROB-1')
  await expect(page.getByRole('complementary').last()).toContainText('<script>window.stolen = 1</script>')
  await expect(page.locator('.comment')).toContainText('<b>bold</b>')
  expect(await page.locator('main a[href^="javascript"], main script, main img[onerror]').count()).toBe(0)
  await room.open('/')
  expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
})
