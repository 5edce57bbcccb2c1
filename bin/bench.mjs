import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { environmentWith, findNode, giveUp, installPackages, root, run, say } from './prepare.mjs'

await installPackages({ development: true })
const node = await findNode()
const wanted = process.argv.slice(2)
const all = readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.bench.ts'))
const chosen = all.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word))).sort()
if (chosen.length === 0) giveUp('No benchmark has that name.')

const failed = []
for (const name of chosen) {
  say(`\n${name.replace('.bench.ts', '')} …`)
  const code = await run(node, [join(root, 'bench', name)], { env: environmentWith(node) })
  if (code !== 0) failed.push(name)
}
if (failed.length > 0) giveUp(`These benchmarks failed: ${failed.join(', ')}`)
