import { readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { databaseName, ownerRole, passwordFile } from './postgres-cluster.ts'
import type { Cluster } from './postgres-program.ts'
import { socketFolder } from './socket-folder.ts'

/** What a client needs to reach the records: the shape `pg` takes. */
export type Connection = { host: string; port: number; user: string; database: string; password?: string }

export type Address = { connection: Connection; settings: string[]; forget: () => void }

/** Postgres listens in its own private folder, on no network. Windows has only the loopback, so there it asks for a password. */
export async function chooseAddress(cluster: Cluster): Promise<Address> {
  if (process.platform === 'win32') return loopbackAddress(cluster)
  const { folder, forget } = socketFolder(cluster.folder, '.s.PGSQL.5432')
  const settings = ['listen_addresses=', 'unix_socket_directories=.']
  return { connection: { host: folder, port: 5432, user: ownerRole, database: databaseName }, settings, forget }
}

async function loopbackAddress(cluster: Cluster): Promise<Address> {
  const port = await freePort()
  const password = readFileSync(passwordFile(cluster), 'utf8')
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`]
  return { connection: { host: '127.0.0.1', port, user: ownerRole, database: databaseName, password }, settings, forget: () => {} }
}

function freePort() {
  return new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** Whether a Postgres answers: at this socket, or on Windows at the port it wrote down when it started. */
export function isAnswering({ host }: Connection, port: number) {
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.5432`) : connect(port, host)
  return new Promise<boolean>((resolve) => {
    const answer = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket.on('connect', () => answer(true)).on('error', () => answer(false))
  })
}
