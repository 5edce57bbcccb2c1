import { findChromium } from './browser.mjs'
import { add, check, lastLine, onInstalledPostgres, stories } from './checks.mjs'
import { buildWeb, findNode, installPackages } from './prepare.mjs'

await installPackages({ development: true })
const node = await findNode()
const checked = await check(node)
await buildWeb(node)
const elsewhere = await onInstalledPostgres(node)
const counts = add(checked, elsewhere, await stories(node, await findChromium(node)))
console.log(lastLine(counts))
process.exitCode = counts.failed === 0 ? 0 : 1
