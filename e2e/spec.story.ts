import { expect } from '@playwright/test'
import { checkAccess } from './access.ts'
import { part, test } from './person.ts'

test('a spec says what is missing and leads there; a story and an answer make it readier', async ({ page, room }) => {
  await room.open('/specs?new=1')
  await page.getByLabel('What is it called?').fill('Alerts for crews')
  await page.getByRole('button', { name: 'Add the spec' }).click()
  const readiness = part(page, 'Ready to start?')
  await expect(readiness.getByRole('link', { name: 'There is no user story.' })).toBeVisible()
  await checkAccess(page)

  await readiness.getByRole('link', { name: 'It does not say what is to be built.' }).click()
  await expect(page).toHaveURL(/#what$/)
  await page.getByRole('button', { name: 'Edit: What' }).click()
  await page.getByRole('textbox', { name: 'What', exact: true }).fill('Crews hear of a change within two minutes.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(readiness.getByRole('link', { name: 'It does not say what is to be built.' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Add a story' }).click()
  const story = page.getByRole('dialog', { name: 'Add a story' })
  await story.getByLabel('As a').fill('crew lead')
  await story.getByLabel('I want').fill('to hear of a cancelled job on my phone')
  await story.getByLabel('so that').fill('nobody drives there')
  await story.getByLabel('Given').fill('a job of today')
  await story.getByLabel('When').fill('it is cancelled')
  await story.getByLabel('Then').fill('the crew lead is told within two minutes')
  await checkAccess(page)
  await story.getByRole('button', { name: /Save/ }).click()
  await expect(page.getByRole('article', { name: 'US-1' })).toContainText('so that nobody drives there.')
  await expect(page.getByRole('list', { name: 'Acceptance criteria' })).toContainText('told within two minutes')
  await expect(readiness).not.toContainText('There is no user story.')

  await page.getByRole('textbox', { name: 'What do we not know yet?' }).fill('May alerts go to private phones?')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(readiness.getByRole('link', { name: 'One question is still open.' })).toBeVisible()
  await page.getByRole('textbox', { name: 'The answer, and where it comes from' }).fill('Yes, with consent (Lena).')
  await page.getByRole('button', { name: 'Answer', exact: true }).click()
  await expect(page.getByText('answered', { exact: true })).toBeVisible()
  await expect(readiness).not.toContainText('still open')

  await page.getByRole('button', { name: 'Ask for review' }).click()
  await page.getByRole('button', { name: 'Ready to start' }).click()
  await expect(page.getByRole('dialog', { name: 'Not everything is there' })).toContainText('It belongs to no bet')
})
