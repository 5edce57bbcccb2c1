import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { checkAccess } from './access.ts'

export const owner = { name: 'Ana Reyes', email: 'ana@example.com', password: 'correct horse 12' }
export const ownerState = 'test-results/owner.json'

type Answer = { id: string; key: string; slug: string } & Record<string, unknown>

/** One person in one workspace: the pages as a browser opens them, and the API as the web client asks it. */
export type Room = ReturnType<typeof roomOf>

const kindOf = (path: string) => path.replace(/[?#].*/, '').replaceAll(/[A-Z]+-\d+|[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')

/** Whether pages of this kind are opened for the first time by any worker of this run: what a story does there it checks by itself. */
function isFirstOfItsKind(path: string) {
  const seen = join(base.info().project.outputDir, 'kinds-of-pages')
  mkdirSync(seen, { recursive: true })
  try {
    mkdirSync(join(seen, encodeURIComponent(kindOf(path))))
    return true
  } catch {
    return false
  }
}

export function roomOf(page: Page, { slug, origin }: { slug: string; origin: string }) {
  const headers = { origin, 'x-workspace': slug }
  async function ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, data?: unknown) {
    const answer = await page.request.fetch(`${origin}/api/v1${path}`, { method, data, headers })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  return {
    slug,
    origin,
    get: (path: string) => ask('GET', path),
    post: (path: string, data?: unknown) => ask('POST', path, data),
    put: (path: string, data: unknown) => ask('PUT', path, data),
    patch: (path: string, data: unknown) => ask('PATCH', path, data),
    /** Opens a page of the workspace, waits until it is drawn, and sees that everybody can use pages of its kind. */
    async open(path: string) {
      await page.goto(`${origin}/w/${slug}${path}`)
      await page.locator('main :is(h1, article):visible').first().waitFor()
      if (isFirstOfItsKind(path)) await checkAccess(page)
    },
  }
}

/** A part of a page, by the small heading it stands under. */
export const part = (page: Page, heading: string) =>
  page.locator('section.section').filter({ has: page.getByRole('heading', { name: heading, level: 2 }) })

/** Fails the story at its end when a page threw or the content policy had to stop something. */
export function listenForFaults(page: Page) {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text())) faults.push(message.text())
  })
  return () => {
    if (faults.length > 0) throw new Error(`The page had faults:\n${faults.join('\n')}`)
  }
}

/** The owner of this Tricorn, in a workspace of this story alone, so that stories can run beside each other. */
export const test = base.extend<{ room: Room }>({
  page: async ({ page }, use) => {
    const settle = listenForFaults(page)
    await use(page)
    settle()
  },
  room: async ({ page, baseURL }, use, { title }) => {
    const origin = baseURL!
    const made = await page.request.post('/api/v1/public/workspaces', { data: { name: title.slice(0, 60) }, headers: { origin } })
    const { slug } = (await made.json()) as Answer
    await use(roomOf(page, { slug, origin }))
  },
})
