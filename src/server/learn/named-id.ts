import { createHash } from 'node:crypto'

/** The id that a name always has within a workspace: a UUID of version 5 (RFC 9562, 5.5). */
export function namedId(workspaceId: string, name: string) {
  const namespace = Buffer.from(workspaceId.replaceAll('-', ''), 'hex')
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
