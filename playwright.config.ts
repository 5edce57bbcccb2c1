import { defineConfig } from '@playwright/test'
import { ownerState } from './e2e/person.ts'

const port = Number(process.env.E2E_PORT ?? 4480)
const executablePath = process.env.TRICORN_CHROMIUM || undefined
const firstRun = 'first-run.story.ts'

export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: 'first run', testMatch: firstRun },
    { name: 'stories', testMatch: '*.story.ts', testIgnore: firstRun, dependencies: ['first run'], use: { storageState: ownerState } },
  ],
  outputDir: 'test-results/stories',
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { executablePath },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
  },
  webServer: {
    command: `"${process.execPath}" e2e/start-world.ts`,
    url: `http://127.0.0.1:${port}/`,
    env: { PORT: String(port) },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8_000 },
    timeout: 60_000,
  },
})
