import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildServer, buildWeb, endWithNpm, findNode, installPackages, root, run } from './prepare.mjs'

endWithNpm()
await installPackages()
const node = await findNode()
await buildWeb(node)
await buildServer(node)
const main = join(root, 'dist', 'server', 'main.js')
if (node === process.execPath) {
  process.argv = [node, main, 'serve']
  await import(pathToFileURL(main).href)
} else {
  // The channel tells the server when this launcher is gone, so that killing one ends both.
  process.exitCode = await run(node, [main, 'serve'], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
}
