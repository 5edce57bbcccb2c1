import { DAY_MS } from '../dates.ts'

export const HALF_LIFE_DAYS = 180
// What came in today without a date may be years old.
export const UNDATED_AGE_DAYS = HALF_LIFE_DAYS
const ANONYMOUS_WEIGHT = 0.5

/** One insight with what is known of who said it. `revenue` is the account's yearly recurring revenue. */
export type Evidence = {
  insightId: string
  feedbackId: string
  accountId: string | null
  contactId: string | null
  sourceSystem: string | null
  /** The row of an imported file; several answers may stand in one. */
  sourceRow: string | null
  revenue: number | null
  segment: string | null
  channel: string
  saidAt: Date
  /** Nobody knows when it was said; `saidAt` is the day it came in. */
  undated: boolean
  stance: 'supports' | 'contradicts'
  hurt: number | null
}

export type Source = {
  weight: number
  fresh: number
  supports: number
  contradicts: number
  revenue: number
  segment: string | null
  channels: Set<string>
  hurt: number
  isAnonymous: boolean
  /** When it spoke last, as far as anybody knows. */
  newest: number | null
}

type Origin = Pick<Evidence, 'accountId' | 'contactId' | 'sourceSystem' | 'sourceRow' | 'feedbackId'>

/** Who stands behind a piece of evidence: the account, else the person, else whoever filled the row, else only the note itself. */
export const sourceOf = ({ accountId, contactId, sourceSystem, sourceRow, feedbackId }: Origin) =>
  accountId ?? contactId ?? (sourceRow === null ? feedbackId : `${sourceSystem}\n${sourceRow}`)

export function sourcesOf(evidence: Evidence[], now: Date) {
  const sources = new Map<string, Source>()
  for (const one of evidence) {
    const { accountId, contactId } = one
    const key = sourceOf(one)
    const source = sources.get(key) ?? {
      isAnonymous: !accountId && !contactId,
      weight: accountId || contactId ? 1 : ANONYMOUS_WEIGHT,
      fresh: 0,
      supports: 0,
      contradicts: 0,
      revenue: one.revenue ?? 0,
      segment: one.segment,
      channels: new Set(),
      hurt: 0,
      newest: null,
    }
    source[one.stance]++
    source.fresh = Math.max(source.fresh, freshness(one, now))
    if (!one.undated) source.newest = Math.max(source.newest ?? 0, one.saidAt.getTime())
    source.hurt = Math.max(source.hurt, one.stance === 'supports' ? (one.hurt ?? 0) : 0)
    source.channels.add(one.channel)
    sources.set(key, source)
  }
  return sources
}

function freshness({ saidAt, undated }: Pick<Evidence, 'saidAt' | 'undated'>, now: Date) {
  const age = Math.max(0, now.getTime() - saidAt.getTime()) / DAY_MS + (undated ? UNDATED_AGE_DAYS : 0)
  return 0.5 ** (age / HALF_LIFE_DAYS)
}
