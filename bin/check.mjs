import { check, lastLine } from './checks.mjs'
import { findNode, installPackages } from './prepare.mjs'

await installPackages({ development: true })
const counts = await check(await findNode(), process.argv.slice(2))
console.log(lastLine(counts))
process.exitCode = counts.failed === 0 ? 0 : 1
