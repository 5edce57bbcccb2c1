import { hash } from 'node:crypto'

/** A signed 64-bit number standing for a text: the id of a message, or of the person behind a distinct id. The same on every machine, for ever. */
export function fingerprint(text: string) {
  return hash('sha1', text, 'buffer').readBigInt64LE(0)
}

const REMEMBERED = 50_000
const remembered = new Map<string, bigint>()

/** The fingerprint of a text that comes up again and again, such as a distinct id. */
export function familiarFingerprint(text: string) {
  const known = remembered.get(text)
  if (known !== undefined) return known
  if (remembered.size >= REMEMBERED) remembered.clear()
  const print = fingerprint(text)
  remembered.set(text, print)
  return print
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The fingerprint of a message id. UUIDs are random enough to be folded, both halves, instead of hashed: that takes a quarter of the time. */
export function idFingerprint(id: string) {
  if (!UUID.test(id)) return fingerprint(id)
  const upper = BigInt(`0x${id.slice(0, 8)}${id.slice(9, 13)}${id.slice(14, 18)}`)
  return BigInt.asIntN(64, upper * 0x9e3779b97f4a7c15n + BigInt(`0x${id.slice(19, 23)}${id.slice(24)}`))
}

export const toHex = (print: bigint) => BigInt.asUintN(64, print).toString(16).padStart(16, '0')
export const fromHex = (hex: string) => BigInt.asIntN(64, BigInt(`0x${hex}`))
