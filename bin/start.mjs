import { join } from 'node:path'
import { buildWeb, findNode, installPackages, root, run } from './prepare.mjs'

await installPackages()
const node = await findNode()
await buildWeb(node)
const main = join(root, 'src', 'main.ts')
if (node === process.execPath) {
  process.argv = [node, main, 'serve']
  await import('../src/main.ts')
} else {
  // The channel tells the server when this launcher is gone, so that killing one ends both.
  process.exitCode = await run(node, [main, 'serve'], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
}
