// A Chromium for the stories: the machine's own, or Debian's, or the one Playwright brings.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { giveUp, root, run, say } from './prepare.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/** The path of a Chromium, or nothing when Playwright's own is to be used. */
export async function findChromium(node) {
  return installed() ?? (await installByApt()) ?? (await installByPlaywright(node))
}

async function installByApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say('Installing Chromium …')
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] }
  await run('apt-get', ['update', '-qq'], options)
  await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', 'chromium'], options)
  return installed()
}

async function installByPlaywright(node) {
  say('Fetching Chromium through Playwright …')
  const code = await run(node, [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'])
  if (code !== 0) giveUp('No Chromium could be found or fetched. Install Chromium or Chrome, and run this again.')
  return undefined
}
