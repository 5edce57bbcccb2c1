import { findChromium } from './browser.mjs'
import { lastLine, stories } from './checks.mjs'
import { buildWeb, findNode, installPackages } from './prepare.mjs'

await installPackages({ development: true })
const node = await findNode()
await buildWeb(node)
const counts = await stories(node, await findChromium(node), process.argv.slice(2))
console.log(lastLine(counts))
process.exitCode = counts.failed === 0 ? 0 : 1
