import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const grave = ['serious', 'critical']
// A toast on its way out is read by nobody.
const leaving = '[data-ending-style]'
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails when something on the page as it stands keeps somebody from reading or using it. */
export async function checkAccess(page: Page) {
  // Fading in, everything has too little contrast for a moment. What moves with scrolling never ends.
  await page.evaluate(() => {
    const passing = document.getAnimations().filter(({ timeline }) => timeline instanceof DocumentTimeline)
    return Promise.allSettled(passing.map(({ finished }) => finished))
  })
  const axe = new AxeBuilder({ page })
    .exclude(leaving)
    .setLegacyMode()
    .options({ runOnly: standard, resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  const found = violations
    .filter(({ impact }) => grave.includes(impact ?? ''))
    .map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html.slice(0, 240)}`).join('\n')}`)
  if (found.length > 0) throw new Error(`Not everybody can use ${page.url()}:\n${found.join('\n')}`)
}
