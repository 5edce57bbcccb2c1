import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { asksForHelp, Misused } from '#cli/arguments.ts'
import { Problem } from '#domain/problems.ts'
import { readSettings } from './settings.ts'

enableCompileCache(fileURLToPath(new URL('../.runtime/compiled', import.meta.url)))

const [command = 'serve', ...args] = process.argv.slice(2)

/** What operators do. Everything else is the command line for people with an account. */
const commands: Record<string, (() => Promise<void>) | undefined> = {
  serve: async () => (await import('./serve-until-told.ts')).serveUntilTold(readSettings(process.env)),
  backup: async () => (await import('./backup-command.ts')).backUp(readSettings(process.env), args),
  restore: async () => (await import('./restore-command.ts')).restore(readSettings(process.env), args),
  migrate: async () => (await import('./migrate-command.ts')).migrateOnly(readSettings(process.env)),
}

const runCli = async () => (await import('#cli/run.ts')).runCli([command, ...args])

try {
  await ((!asksForHelp(args) && commands[command]) || runCli)()
} catch (error) {
  console.error(error instanceof Problem ? error.message : error)
  process.exitCode = error instanceof Misused ? 2 : 1
}
