import type { Alias, Identification, NewRejection, Properties } from './events.ts'
import { fingerprint } from './fingerprint.ts'
import { sampleOf } from './limits.ts'

/** A person as stored: `known` once somebody signed in under one of the ids. */
export type PersonRecord = { person: bigint; distinctId: string; known: boolean; properties: Properties }
export type Merge = { person: bigint; distinctId: string; into: bigint }

/** What is stored about the people that a delivery speaks of. */
export type StoredPeople = { roots: Map<bigint, bigint>; records: Map<bigint, PersonRecord> }
export type IdentityChanges = { merges: Merge[]; changed: PersonRecord[]; removed: bigint[]; refusals: NewRejection[] }

// Ids that programs send by mistake for everybody: joining people over one of them would make all of them one person.
const NOBODY = new Set(
  '0,-1,anonymous,guest,null,undefined,none,nil,nan,true,false,unknown,distinct_id,distinctid,anonymous_id,[object object]'.split(','),
)

const isNobody = (distinctId: string) => NOBODY.has(distinctId.trim().toLowerCase())

export function idsIn(identifications: Identification[], aliases: Alias[]) {
  const ids = new Set<string>()
  for (const { distinctId, anonymousId } of identifications) ids.add(distinctId).add(anonymousId ?? distinctId)
  for (const { distinctId, alias } of aliases) ids.add(distinctId).add(alias)
  return [...ids]
}

/** Applies identifications, then aliases, in the order they came, to what is stored; returns only what must be written. */
export function planIdentities(stored: StoredPeople, identifications: Identification[], aliases: Alias[]): IdentityChanges {
  const roots = new Map(stored.roots)
  const records = new Map(stored.records)
  const before = new Map([...stored.records].map(([person, record]) => [person, JSON.stringify(record, noBigInt)]))
  const merges: Merge[] = []
  const removed: bigint[] = []
  const refusals: NewRejection[] = []

  function rootOf(distinctId: string) {
    let person = fingerprint(distinctId)
    for (let next = roots.get(person); next !== undefined; next = roots.get(person)) person = next
    return person
  }
  function recordOf(distinctId: string): PersonRecord {
    const person = rootOf(distinctId)
    return records.get(person) ?? { person, distinctId, known: false, properties: {} }
  }
  function keep(record: PersonRecord) {
    records.set(record.person, record)
  }
  function refuse(why: string, sent: unknown) {
    refusals.push({ reason: `The ids were not joined: ${why}`, sample: sampleOf(sent) })
  }
  function join(goes: PersonRecord, stays: PersonRecord) {
    roots.set(goes.person, stays.person)
    merges.push({ person: goes.person, distinctId: goes.distinctId, into: stays.person })
    if (records.delete(goes.person)) removed.push(goes.person)
    keep({ ...stays, known: true, properties: { ...goes.properties, ...stays.properties } })
  }
  function joinIds(distinctId: string, other: string, force: boolean, sent: unknown) {
    if (isNobody(distinctId) || isNobody(other)) return refuse('one of them stands for nobody in particular.', sent)
    const stays = recordOf(distinctId)
    const goes = recordOf(other)
    if (stays.person === goes.person) return
    if (goes.known && !force) return refuse('the second already belongs to a person who is known.', sent)
    join(goes, stays)
  }
  function identify(identification: Identification) {
    const { distinctId, anonymousId, set, setOnce, known = true } = identification
    if (anonymousId !== undefined && anonymousId !== distinctId) joinIds(distinctId, anonymousId, false, identification)
    const record = recordOf(distinctId)
    keep({ ...record, known: record.known || (known && !isNobody(distinctId)), properties: { ...setOnce, ...record.properties, ...set } })
  }

  identifications.forEach(identify)
  for (const alias of aliases) joinIds(alias.distinctId, alias.alias, alias.force ?? false, alias)

  const changed = [...records.values()].filter((record) => before.get(record.person) !== JSON.stringify(record, noBigInt))
  return { merges: merges.map((merge) => ({ ...merge, into: rootFrom(roots, merge.into) })), changed, removed, refusals }
}

function rootFrom(roots: Map<bigint, bigint>, person: bigint) {
  let root = person
  for (let next = roots.get(root); next !== undefined; next = roots.get(root)) root = next
  return root
}

const noBigInt = (_name: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
