// What must stand before Tricorn's own code can run: Node 24, the packages, the web client. Plain JavaScript, because it starts on an older Node.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const neededNode = 24

export const say = (sentence) => console.error(sentence)

/** Ends the script with a sentence instead of a stack. */
export function giveUp(sentence) {
  say(sentence)
  process.exit(1)
}

/** Runs a program in the project's folder, passes signals on to it, and answers its exit code. */
export function run(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', windowsHide: true, ...options })
  const pass = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
}

const watchMs = 250

/** `npm start` puts a shell between npm and this script, and the shell dies of a signal without passing it on. Its end means Tricorn, too. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, watchMs)
  watch.unref()
}

const isRecent = (version) => Number(version.split('.')[0]) >= neededNode

const runtimePackage = () => `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

/** The path of a Node that runs our TypeScript as it is; fetched through npm where the machine's own is older. */
export async function findNode() {
  if (isRecent(process.versions.node)) return process.execPath
  const name = runtimePackage()
  const node = join(root, '.runtime', 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(node)) return node
  say(`This machine has Node ${process.versions.node}. Fetching Node ${neededNode} into .runtime …`)
  mkdirSync(join(root, '.runtime'), { recursive: true })
  const code = await npm(['install', '--prefix', join(root, '.runtime'), '--no-save', '--ignore-scripts', `${name}@${neededNode}`])
  if (code !== 0 || !existsSync(node))
    giveUp(`Node ${neededNode} could not be fetched. Install Node ${neededNode} or later (nodejs.org) and start again.`)
  return node
}

function npm(args) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  const itself = process.env.npm_execpath
  if (itself?.endsWith('.js')) return run(process.execPath, [itself, ...args, ...quiet])
  return run('npm', [...args, ...quiet], { shell: process.platform === 'win32' })
}

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)

const hasDevelopmentPackages = () => existsSync(join(modules, '@biomejs', 'biome'))

/** npm writes its own list last, so a list older than the lock file means missing, cut short, or out of date. */
const arePackagesCurrent = () => changedAt(join(modules, '.package-lock.json')) >= changedAt(join(root, 'package-lock.json'))

/**
 * Installs what the lock file names. `development` adds what tests and checks need; packages already there are left alone. `npm ci` would
 * take everything away first, also from under a Tricorn that is running.
 */
export async function installPackages({ development = false } = {}) {
  const all = development || hasDevelopmentPackages()
  if (arePackagesCurrent() && (!development || hasDevelopmentPackages())) return
  say('Installing packages …')
  const code = await npm(['install', '--no-save', all ? '--include=dev' : '--omit=dev'])
  if (code !== 0) giveUp('The packages could not be installed. The lines above say why; starting again carries on from there.')
}

function* filesIn(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat?.isFile()) yield `${path.slice(root.length)} ${stat.size} ${stat.mtimeMs}`
  else if (stat) for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name))
}

/** Of names, sizes and times: reading a thousand files would take a tenth of a start. */
function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) for (const file of filesIn(join(root, path))) hash.update(file)
  return hash.digest('hex')
}

/** Builds a part into `dist` when what it is made of has changed since the last time. */
async function build(node, { part, name, config, sources }) {
  const stamp = join(root, 'dist', part, 'built-from.txt')
  const now = fingerprint([...sources, config, 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say(`Building the ${name} …`)
  const code = await run(node, [join(modules, 'vite', 'bin', 'vite.js'), 'build', '--config', join(root, config), '--logLevel', 'warn'])
  if (code !== 0) giveUp(`The ${name} could not be built. The lines above say why.`)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

export const buildWeb = (node) =>
  build(node, { part: 'web', name: 'web client', config: 'vite.config.ts', sources: ['src/web', 'src/client', 'src/domain'] })

/** The server runs from its sources, too; as a few files it starts in half the time. */
export const buildServer = (node) =>
  build(node, { part: 'server', name: 'server', config: 'vite.server.config.ts', sources: serverSources() })

const serverSources = () =>
  readdirSync(join(root, 'src'))
    .filter((name) => name !== 'web')
    .map((name) => `src/${name}`)

/** An environment in which `node` is the Node that was found. */
export const environmentWith = (node) => ({ ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` })
