import { DAY_MS } from '../dates.ts'

export const HALF_LIFE_DAYS = 180

/** One insight with what is known of who said it. `revenue` is the account's yearly recurring revenue. */
export type Evidence = {
  insightId: string
  feedbackId: string
  accountId: string | null
  contactId: string | null
  revenue: number | null
  segment: string | null
  channel: string
  saidAt: Date
  stance: 'supports' | 'contradicts'
  hurt: number | null
}

export type EvidenceLine = {
  name: 'sources' | 'revenue' | 'channels' | 'segments' | 'freshness' | 'contradiction' | 'hurt'
  value: number
  sentence: string
  part: number | null
}
export type EvidenceLevel = 'none' | 'weak' | 'some' | 'strong'
export type EvidenceStrength = {
  score: number
  level: EvidenceLevel
  bars: number
  /** Independent sources that support it: what every page means by “sources”. Those that contradict are counted apart. */
  supporting: number
  contradicting: number
  revenue: number
  lines: EvidenceLine[]
}

type Source = {
  weight: number
  fresh: number
  supports: number
  contradicts: number
  revenue: number
  segment: string | null
  channels: Set<string>
  hurt: number
  newest: number
}

// How the parts add up. Five fresh independent sources make 63 % of the first part, ten make 86 %.
const SOURCES_SCALE = 5
const ANONYMOUS_WEIGHT = 0.5
const PARTS = { sources: 0.6, channels: 0.15, segments: 0.1, revenue: 0.15 }
const FULL_CHANNELS = 3
const FULL_SEGMENTS = 3
const FULL_REVENUE_SHARE = 0.1

/**
 * How well a problem is evidenced, from 0 to 1, and why, line by line. Independent sources count, not notes: ten notes from one
 * account are one source; a person without an account is one; a note from nobody we know counts half. Each source fades with a
 * half-life of 180 days. What contradicts takes its share away.
 */
export function evidenceStrength(evidence: Evidence[], { now, totalRevenue }: { now: Date; totalRevenue: number }): EvidenceStrength {
  const sources = [...sourcesOf(evidence, now).values()]
  const supporting = sources.filter(({ supports }) => supports > 0)
  const contradiction = shareContradicting(sources)
  const effective = sum(
    supporting.map(({ weight, fresh, supports, contradicts }) => weight * fresh * (supports / (supports + contradicts))),
  )
  const revenue = sum(supporting.map((source) => source.revenue))
  const channels = new Set(supporting.flatMap((source) => [...source.channels])).size
  const segments = new Set(supporting.map(({ segment }) => segment).filter(Boolean)).size
  const reached = 1 - Math.exp(-effective / SOURCES_SCALE)
  const breadth = {
    sources: PARTS.sources,
    channels: PARTS.channels * ratio(channels - 1, FULL_CHANNELS - 1),
    segments: PARTS.segments * ratio(segments - 1, FULL_SEGMENTS - 1),
    revenue: PARTS.revenue * (totalRevenue > 0 ? ratio(revenue / totalRevenue, FULL_REVENUE_SHARE) : 0),
  }
  const score = reached * sum(Object.values(breadth)) * (1 - contradiction)
  const facts = { supporting, sources, channels, segments, revenue, totalRevenue, contradiction, reached, breadth, now }
  return {
    score,
    level: levelOf(score),
    bars: barsOf(score),
    supporting: supporting.length,
    contradicting: sources.length - supporting.length + supporting.filter(({ contradicts }) => contradicts > 0).length,
    revenue,
    lines: explain(facts),
  }
}

/** Who stands behind a piece of evidence: the account, else the person, else only the note itself. */
export const sourceOf = ({ accountId, contactId, feedbackId }: Pick<Evidence, 'accountId' | 'contactId' | 'feedbackId'>) =>
  accountId ?? contactId ?? feedbackId

function sourcesOf(evidence: Evidence[], now: Date) {
  const sources = new Map<string, Source>()
  for (const { accountId, contactId, feedbackId, ...one } of evidence) {
    const key = sourceOf({ accountId, contactId, feedbackId })
    const fresh = 0.5 ** (Math.max(0, now.getTime() - one.saidAt.getTime()) / DAY_MS / HALF_LIFE_DAYS)
    const source = sources.get(key) ?? {
      weight: accountId || contactId ? 1 : ANONYMOUS_WEIGHT,
      fresh: 0,
      supports: 0,
      contradicts: 0,
      revenue: one.revenue ?? 0,
      segment: one.segment,
      channels: new Set(),
      hurt: 0,
      newest: 0,
    }
    source[one.stance]++
    source.fresh = Math.max(source.fresh, fresh)
    source.newest = Math.max(source.newest, one.saidAt.getTime())
    source.hurt = Math.max(source.hurt, one.stance === 'supports' ? (one.hurt ?? 0) : 0)
    source.channels.add(one.channel)
    sources.set(key, source)
  }
  return sources
}

function shareContradicting(sources: Source[]) {
  const all = sum(sources.map(({ weight }) => weight))
  const against = sum(sources.map(({ weight, supports, contradicts }) => (weight * contradicts) / (supports + contradicts)))
  return all > 0 ? against / all : 0
}

type Facts = {
  supporting: Source[]
  sources: Source[]
  channels: number
  segments: number
  revenue: number
  totalRevenue: number
  contradiction: number
  reached: number
  breadth: Record<keyof typeof PARTS, number>
  now: Date
}

function explain(facts: Facts): EvidenceLine[] {
  const { supporting, sources, reached, breadth, now } = facts
  if (sources.length === 0) return [{ name: 'sources', value: 0, sentence: 'Nobody has been heard on this yet.', part: 0 }]
  const ages = supporting.map(({ newest }) => (now.getTime() - newest) / DAY_MS).sort((a, b) => a - b)
  const median = ages[Math.floor(ages.length / 2)] ?? 0
  const blocked = supporting.filter(({ hurt }) => hurt === 3).length
  const against = sources.filter(({ contradicts }) => contradicts > 0).length
  return [
    {
      name: 'sources',
      value: supporting.length,
      sentence: `${counted(supporting.length, 'independent source')}; several notes from one account count once.`,
      part: reached * breadth.sources,
    },
    {
      name: 'revenue',
      value: facts.revenue,
      sentence:
        facts.totalRevenue > 0
          ? `${percent(facts.revenue / facts.totalRevenue)} of the recurring revenue we know of says it hurts.`
          : 'No account has a revenue yet.',
      part: reached * breadth.revenue,
    },
    {
      name: 'channels',
      value: facts.channels,
      sentence: `Heard through ${counted(facts.channels, 'channel')}; each channel has its own blind spot.`,
      part: reached * breadth.channels,
    },
    {
      name: 'segments',
      value: facts.segments,
      sentence: facts.segments === 0 ? 'No segment is known for those who said it.' : `From ${counted(facts.segments, 'segment')}.`,
      part: reached * breadth.segments,
    },
    {
      name: 'freshness',
      value: median,
      sentence:
        supporting.length === 0
          ? 'Nothing supports it.'
          : `Half of the sources spoke within the last ${counted(Math.max(1, Math.round(median)), 'day')}; what was said fades by half in ${HALF_LIFE_DAYS} days.`,
      part: null,
    },
    {
      name: 'hurt',
      value: blocked,
      sentence: blocked === 0 ? 'Nobody says that it blocks them.' : `It blocks ${counted(blocked, 'source')}.`,
      part: null,
    },
    {
      name: 'contradiction',
      value: facts.contradiction,
      sentence:
        against === 0
          ? 'Nobody contradicts. Has anybody been asked who might?'
          : `${counted(against, 'source')} ${against === 1 ? 'contradicts' : 'contradict'}: ${percent(facts.contradiction)} is taken away.`,
      part: null,
    },
  ]
}

function levelOf(score: number): EvidenceLevel {
  if (score <= 0) return 'none'
  return score >= 0.55 ? 'strong' : score >= 0.25 ? 'some' : 'weak'
}

const barsOf = (score: number) => (score <= 0 ? 0 : score >= 0.7 ? 4 : score >= 0.5 ? 3 : score >= 0.25 ? 2 : 1)
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const ratio = (value: number, full: number) => Math.min(1, Math.max(0, value / full))
const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
const percent = (share: number) => `${Math.round(share * 1000) / 10} %`
