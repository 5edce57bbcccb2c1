import { join } from 'node:path'
import { buildWeb, findNode, installPackages, root, run } from './prepare.mjs'

await installPackages()
const node = await findNode()
await buildWeb(node)
// The channel tells the server when this launcher is gone, so that killing one ends both.
process.exitCode = await run(node, [join(root, 'src', 'main.ts'), 'serve', ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
