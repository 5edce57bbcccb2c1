import { parseKey } from '#domain/keys.ts'
import { recordPath } from '../ui/records.ts'

export type FoundRecord = { kind: string; id: string; key: string | null; title: string }

/** A key that was typed whole leads to its record without asking anybody. */
export function pathOfKey(text: string) {
  const key = parseKey(text)
  return key && recordPath(key.kind, key.key)
}

export const pathOfRecord = ({ kind, id, key }: FoundRecord) => recordPath(kind, key ?? id)
