import { type EvidenceLine, explain } from './evidence-lines.ts'
import { type Evidence, type Source, sourcesOf } from './evidence-sources.ts'

export type EvidenceLevel = 'none' | 'weak' | 'some' | 'strong'
export type EvidenceStrength = {
  score: number
  level: EvidenceLevel
  bars: number
  /** Independent sources that support it: what every page means by “sources”. Those that contradict are counted apart. */
  supporting: number
  contradicting: number
  /** Those of the supporting of whom nobody knows who they are: they may be one person. */
  anonymous: number
  revenue: number
  lines: EvidenceLine[]
}

// How the parts add up. Five fresh independent sources make 63 % of the first part, ten make 86 %.
const SOURCES_SCALE = 5
const PARTS = { sources: 0.6, channels: 0.15, segments: 0.1, revenue: 0.15 }
const FULL_CHANNELS = 3
const FULL_SEGMENTS = 3
const FULL_REVENUE_SHARE = 0.1

/**
 * How well a problem is evidenced, from 0 to 1, and why, line by line. Independent sources count, not notes: ten notes from one
 * account are one source; a person without an account is one; so are the answers of one row of a file. Nobody we know counts half. Each source fades with a
 * half-life of 180 days, and what has no date counts as that old on the day it came in. What contradicts takes its share away.
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
  const undated = new Set(evidence.filter((one) => one.undated).map(({ feedbackId }) => feedbackId)).size
  const anonymous = supporting.filter(({ isAnonymous }) => isAnonymous).length
  const facts = { supporting, sources, anonymous, undated, channels, segments, revenue, totalRevenue, contradiction, reached, breadth, now }
  return {
    score,
    level: levelOf(score),
    bars: barsOf(score),
    supporting: supporting.length,
    contradicting: sources.length - supporting.length + supporting.filter(({ contradicts }) => contradicts > 0).length,
    anonymous: facts.anonymous,
    revenue,
    lines: explain(facts),
  }
}

function shareContradicting(sources: Source[]) {
  const all = sum(sources.map(({ weight }) => weight))
  const against = sum(sources.map(({ weight, supports, contradicts }) => (weight * contradicts) / (supports + contradicts)))
  return all > 0 ? against / all : 0
}

function levelOf(score: number): EvidenceLevel {
  if (score <= 0) return 'none'
  return score >= 0.55 ? 'strong' : score >= 0.25 ? 'some' : 'weak'
}

const barsOf = (score: number) => (score <= 0 ? 0 : score >= 0.7 ? 4 : score >= 0.5 ? 3 : score >= 0.25 ? 2 : 1)
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const ratio = (value: number, full: number) => Math.min(1, Math.max(0, value / full))
