import { mkdir, open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { NotFound } from '#domain/problems.ts'
import type { Services } from '../services.ts'

type Place = { workspaceId: string; id: string }

const fileOf = (folder: string, { workspaceId, id }: Place) => path.join(folder, 'imports', workspaceId, id)

/** Keeps an uploaded file until its import is finished; on disk before this returns, because a started import must survive a power cut. */
export async function keepUpload({ folder }: Pick<Services, 'folder'>, place: Place, bytes: Uint8Array) {
  const file = fileOf(folder, place)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export async function readUpload({ folder }: Pick<Services, 'folder'>, place: Place): Promise<Uint8Array> {
  return readFile(fileOf(folder, place)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new NotFound('The uploaded file is no longer here. Upload it again.')
    throw error
  })
}

export function forgetUpload({ folder }: Pick<Services, 'folder'>, place: Place) {
  return rm(fileOf(folder, place), { force: true })
}
