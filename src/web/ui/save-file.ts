import { Refused } from '#client/api.ts'

type Fetched = Pick<Response, 'ok' | 'status' | 'blob' | 'json'>

/** Saves what was fetched with the session: a plain link would carry no workspace. */
export async function saveFile(fetched: Promise<Fetched>, name: string) {
  const response = await fetched
  if (!response.ok) throw new Refused({ status: response.status, ...((await response.json()) as { detail?: string }) })
  const address = URL.createObjectURL(await response.blob())
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  URL.revokeObjectURL(address)
}
