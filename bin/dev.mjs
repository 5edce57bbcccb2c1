import { join } from 'node:path'
import { environmentWith, findNode, installPackages, root, run, say } from './prepare.mjs'

await installPackages({ development: true })
const node = await findNode()
const port = process.env.PORT ?? '4400'
const env = { ...environmentWith(node), PORT: port, TRICORN_SERVER: `http://127.0.0.1:${port}` }
say('The server restarts and the browser reloads when you save. Open the address that Vite prints.')

const server = run(node, ['--watch-path=src', join(root, 'src', 'main.ts'), 'serve'], { env })
const web = run(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js')], { env })
process.exitCode = await Promise.race([server, web])
process.kill(process.pid, 'SIGTERM')
await Promise.all([server, web])
