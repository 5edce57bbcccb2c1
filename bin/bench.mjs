import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { environmentWith, findNode, giveUp, installPackages, root, say } from './prepare.mjs'

const folder = join(root, 'bench')
const ending = '.bench.ts'

/** The benchmarks whose name holds one of the words; all of them without words. */
function choose(words) {
  const all = readdirSync(folder).filter((file) => file.endsWith(ending))
  return all.filter((file) => words.length === 0 || words.some((word) => file.includes(word))).sort()
}

/** Shows what a benchmark prints while it runs, and keeps its results: the lines with a mark. */
async function measure(node, file) {
  const child = spawn(node, [join(folder, file)], { cwd: root, env: environmentWith(node), stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.on('close', resolve))
  const results = []
  for await (const line of createInterface({ input: child.stdout })) {
    say(line)
    if (/^[✓✗] /.test(line)) results.push(line)
  }
  const name = file.slice(0, -ending.length)
  return (await ended) === 0 || results.some((line) => line.startsWith('✗'))
    ? { name, results }
    : { name, results: [...results, '✗ it did not finish'] }
}

await installPackages({ development: true })
const node = await findNode()
const files = choose(process.argv.slice(2))
if (files.length === 0) giveUp('No benchmark has that name.')

const measured = []
for (const file of files) {
  say(`\n${file.slice(0, -ending.length)} …`)
  measured.push(await measure(node, file))
}

const width = Math.max(...measured.map(({ name }) => name.length))
console.log('')
for (const { name, results } of measured) for (const line of results) console.log(`${name.padEnd(width)}  ${line}`)
process.exitCode = measured.some(({ results }) => results.some((line) => line.startsWith('✗'))) ? 1 : 0
