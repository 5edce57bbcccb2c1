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
  if (!existsSync(path)) return
  if (statSync(path).isFile()) return yield path
  for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name))
}

function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) for (const file of filesIn(join(root, path))) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Builds the web client when what it is made of has changed since the last build. */
export async function buildWeb(node) {
  const stamp = join(root, 'dist', 'web', 'built-from.txt')
  const now = fingerprint(['src/web', 'src/client', 'src/domain', 'vite.config.ts', 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say('Building the web client …')
  const code = await run(node, [join(modules, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'])
  if (code !== 0) giveUp('The web client could not be built. The lines above say why.')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

/** An environment in which `node` is the Node that was found. */
export const environmentWith = (node) => ({ ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` })
