// The steps of `npm run check`, `npm run e2e` and `npm test`, and how their results are counted.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startInstalledPostgres } from './installed-postgres.mjs'
import { environmentWith, root, run, say } from './prepare.mjs'

const tool = (...path) => join(root, 'node_modules', ...path)
const results = join(root, 'test-results')
const nothing = { passed: 0, failed: 0 }

export const add = (...counts) =>
  counts.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), nothing)

export const lastLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`

async function step(node, name, args) {
  say(`\n${name} …`)
  const code = await run(node, args, { env: environmentWith(node) })
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Format, lint, types, and the tests that need no browser. */
export async function check(node, paths = []) {
  const style = await step(node, 'Format and lint', [tool('@biomejs', 'biome', 'bin', 'biome'), 'check'])
  const types = await step(node, 'Types', [tool('typescript', 'bin', 'tsc'), '--noEmit'])
  return add(style, types, await withoutBrowser(node, paths))
}

const withoutBrowser = (node, paths) => vitest(node, { name: 'Tests', report: 'vitest.json', paths, env: environmentWith(node) })

async function vitest(node, { name, report, paths, env }) {
  say(`\n${name} …`)
  const file = freshReport(report)
  const args = [tool('vitest', 'vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...paths]
  const code = await run(node, args, { env })
  return honest(code, file, ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }))
}

/** What depends most on the database, once more on the PostgreSQL that this machine has of its own; where it has none, nothing. */
export async function onInstalledPostgres(node) {
  const postgres = await startInstalledPostgres()
  if (!postgres) return nothing
  const paths = [
    'src/db',
    'src/server/records',
    'src/server/journal.test.ts',
    'src/server/request.test.ts',
    'src/server/every-route.test.ts',
    'src/server/jobs',
  ]
  const env = { ...environmentWith(node), TEST_DATABASE_URL: postgres.url }
  try {
    return await vitest(node, { name: `Tests on ${postgres.programs}`, report: 'vitest-installed-postgres.json', paths, env })
  } finally {
    await postgres.stop()
  }
}

/** The stories, in a real browser. */
export async function stories(node, chromium, args = []) {
  say('\nStories in a browser …')
  const report = freshReport('stories.json')
  const env = { ...environmentWith(node), PLAYWRIGHT_JSON_OUTPUT_FILE: report, TRICORN_CHROMIUM: chromium ?? '' }
  const code = await run(node, [tool('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json', ...args], { env })
  return honest(code, report, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }))
}

function freshReport(name) {
  const report = join(results, name)
  mkdirSync(results, { recursive: true })
  rmSync(report, { force: true })
  return report
}

/** A run that failed without a failed test (a file that does not load, a server that does not start) counts as one failure. */
function honest(code, report, count) {
  const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : nothing
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}
