import { expect, type Page } from '@playwright/test'
import { checkAccess } from './access.ts'
import { joinRoom } from './members.ts'
import { type Room, test } from './person.ts'

const lesson = '/learn/three-hats/15-half-a-page'
const fourLines = { 'What works': 'The key.', 'What is missing': 'A name.', 'A question': 'Why Thursday?', 'The next step': 'Ring Marit.' }

async function answer(page: Page, yes: number) {
  const lines = page.getByRole('group')
  await lines.first().waitFor()
  for (let at = 0; at < (await lines.count()); at++)
    await lines
      .nth(at)
      .getByRole('radio', { name: at < yes ? 'Yes' : 'Not yet' })
      .check()
  for (const [name, words] of Object.entries(fourLines)) await page.getByRole('textbox', { name }).fill(words)
}

/** What this device still keeps of what was written. */
const drafts = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => /^(hand-in|review) /.test(key)))

/** As from another device: the page that is open has no part in it. */
async function handInElsewhere(room: Room, text: string) {
  const path = `/courses/three-hats/lessons/15-half-a-page`
  const { review } = (await room.get(path)) as unknown as { review: { reviewers: { id: string }[] } }
  await room.post(`${path}/hand-ins`, { text, askedId: review.reviewers[0]!.id })
}

const scrollsSideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

test('what a learner hands in is read by a person, comes back, and passes', async ({ page, room, browser }) => {
  // Two people take turns, and every page is looked at on a phone, too.
  test.slow()
  const lou = await joinRoom(browser, room, { name: 'Lou Berg', role: 'viewer' })
  await lou.page.setViewportSize({ width: 360, height: 740 })
  await lou.room.open(lesson)
  await lou.page.getByRole('textbox', { name: 'What you hand in' }).fill('I left the **team** hat on the hook.')
  await lou.page.getByRole('checkbox', { name: /shown by something in the records/ }).check()
  await lou.page.getByRole('combobox', { name: 'Who should read it?' }).click()
  await lou.page.getByRole('option', { name: 'Ana Reyes' }).click()
  await checkAccess(lou.page)
  expect(await scrollsSideways(lou.page)).toBe(false)
  await lou.page.reload()
  await expect(lou.page.getByRole('textbox', { name: 'What you hand in' })).toHaveValue(/team/)
  await lou.page.getByRole('combobox', { name: 'Who should read it?' }).click()
  await lou.page.getByRole('option', { name: 'Ana Reyes' }).click()
  await lou.page.getByRole('button', { name: 'Hand in' }).click()
  await expect(lou.page.getByText('Ana Reyes has been asked to read it.')).toBeVisible()
  await expect.poll(() => drafts(lou.page)).toEqual([])
  await lou.page.getByRole('textbox', { name: 'What you hand in' }).fill('An older draft.')
  await handInElsewhere(lou.room, 'I left the **team** hat at home.')
  await lou.room.open(lesson)
  await expect(lou.page.getByRole('textbox', { name: 'What you hand in' })).toHaveValue('I left the **team** hat at home.')

  await room.open('/')
  await page.getByRole('link', { name: /Half a page.*Lou Berg asks you to read it/ }).click()
  await expect(page.getByRole('heading', { name: /^Lou Berg: Half a page/, level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'It passes' }).click()
  await expect(page.getByRole('radio', { name: 'Yes' }).first()).toBeFocused()
  await answer(page, 2)
  await expect(page.locator('.rubric-question > legend').first()).toHaveAttribute('lang', 'en')
  await checkAccess(page)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'The next step' })).toHaveValue('Ring Marit.')
  await expect(page.getByRole('radio', { name: 'Yes', checked: true })).toHaveCount(2)
  await page.setViewportSize({ width: 360, height: 740 })
  await checkAccess(page)
  expect(await scrollsSideways(page)).toBe(false)
  await page.getByRole('button', { name: 'Hand it back' }).click()
  await expect(page.getByText('Lou Berg has it back.')).toBeVisible()
  await expect.poll(() => drafts(page)).toEqual([])
  await expect(page.locator('.rubric > li > p:first-child').first()).toHaveAttribute('lang', 'en')
  await checkAccess(page)

  await expect(lou.page.getByText('Ana Reyes read it and handed it back.', { exact: false })).toBeVisible()
  await expect(lou.page.getByText('Why Thursday?')).toBeVisible()
  await lou.room.open('/')
  await lou.page.getByRole('link', { name: /Half a page.*Ana Reyes handed it back/ }).click()
  await lou.page.getByRole('textbox', { name: 'What you hand in' }).fill('Priit waited for me. I ring Marit at ten.')
  await expect(lou.page.getByRole('combobox', { name: 'Who should read it?' })).toContainText('Ana Reyes')
  await lou.page.getByRole('button', { name: 'Hand in again' }).click()
  await expect(lou.page.getByText('Ana Reyes has been asked to read it.')).toBeVisible()
  await lou.room.open('/')

  await room.open('/learn')
  await page.getByRole('link', { name: /Half a page/ }).click()
  await answer(page, 4)
  await page.getByRole('button', { name: 'It passes' }).click()
  await expect(page.getByText('Lou Berg has been told that it passes.')).toBeVisible()
  await expect(lou.page.getByText(/^Read and passed: Half a page/)).toBeVisible()
  await lou.page.getByRole('link', { name: 'Open the lesson' }).click()
  await expect(lou.page.getByText('Ana Reyes read it and says that it passes.')).toBeVisible()
  await expect(lou.page.getByRole('button', { name: 'Hand in' })).toHaveCount(0)
  await checkAccess(lou.page)
  await lou.page.context().close()
})

test('who is alone finishes by their own check, and it is said', async ({ page, room }) => {
  await room.open(lesson)
  await expect(page.getByText('nobody else is in this workspace to read it', { exact: false })).toBeVisible()
  await page.getByRole('textbox', { name: 'What you hand in' }).fill('I left the customer hat on the hook.')
  const boxes = await page.locator('form').getByRole('checkbox').all()
  for (const box of boxes.slice(1)) await box.check()
  await page.getByRole('button', { name: 'Finish with my own check' }).click()
  await expect(page.getByText('Not every line holds yet.', { exact: false })).toBeVisible()
  await boxes[0]!.check()
  await page.getByRole('button', { name: 'Finish with my own check' }).click()
  await expect(page.getByText('You checked this alone, because nobody else was there to read it.', { exact: false })).toBeVisible()
  await expect(page.locator('.lesson-foot').getByRole('status')).toHaveText('Done')
  await checkAccess(page)
})
