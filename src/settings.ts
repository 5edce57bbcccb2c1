import { NotAccepted } from '#domain/problems.ts'

/** What the operator decides, from the environment. */
export type Settings = { folder: string; host: string; port: number; databaseUrl?: string; clickhouseUrl?: string; secret?: string }

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    folder: env.TRICORN_DATA || 'data',
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT || '4400'),
    databaseUrl: env.DATABASE_URL || undefined,
    secret: env.TRICORN_SECRET || undefined,
    clickhouseUrl: env.CLICKHOUSE_URL || undefined,
  }
}

function readPort(text: string) {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new NotAccepted(`PORT must be a whole number from 1 to 65535, and it is "${text}".`)
}

/** The address to open in a browser on this machine. */
export function urlOf({ host, port }: Settings) {
  const open = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${open.includes(':') ? `[${open}]` : open}:${port}`
}
