import { randomBytes } from 'node:crypto'
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { postgresUser } from './postgres-binaries.ts'
import { type Cluster, runProgram } from './postgres-program.ts'

export const ownerRole = 'tricorn_owner'
export const databaseName = 'tricorn'

const initOptions = [
  `--username=${ownerRole}`,
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth-local=trust',
  '--auth-host=scram-sha-256',
  '--no-instructions',
]

export const passwordFile = ({ folder }: Cluster) => join(folder, 'owner-password')

/** Made beside its place and renamed into it at the end: a first start cut short leaves nothing that looks finished. */
export async function makeCluster({ folder, binaries }: Cluster) {
  const half = { folder: `${folder}.unfinished`, binaries }
  rmSync(half.folder, { recursive: true, force: true })
  makeFolderOfPostgres(half.folder)
  await initialise(half)
  await runProgram(half, 'postgres', ['--single', 'postgres'], `create database ${databaseName}\n`)
  renameSync(half.folder, folder)
}

/** initdb wants an empty folder, so the password it is told lies beside it until then. */
async function initialise(cluster: Cluster) {
  const password = `${cluster.folder}.password`
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  await runProgram(cluster, 'initdb', process.platform === 'win32' ? [...initOptions, `--pwfile=${password}`] : initOptions)
  renameSync(password, passwordFile(cluster))
}

function makeFolderOfPostgres(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (postgresUser) chownSync(folder, postgresUser.uid, postgresUser.gid)
}
