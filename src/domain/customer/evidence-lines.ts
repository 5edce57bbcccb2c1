import { DAY_MS } from '../dates.ts'
import { HALF_LIFE_DAYS, type Source, UNDATED_AGE_DAYS } from './evidence-sources.ts'

export type EvidenceLine = {
  name: 'sources' | 'revenue' | 'channels' | 'segments' | 'freshness' | 'contradiction' | 'hurt'
  value: number
  sentence: string
  part: number | null
}

/** What the strength is made of. */
export type Facts = {
  supporting: Source[]
  sources: Source[]
  anonymous: number
  /** Pieces of feedback without a date of their own. */
  undated: number
  channels: number
  segments: number
  revenue: number
  totalRevenue: number
  contradiction: number
  reached: number
  breadth: Record<'sources' | 'channels' | 'segments' | 'revenue', number>
  now: Date
}

/** Why the evidence is as strong as it is, a sentence for each part. */
export function explain(facts: Facts): EvidenceLine[] {
  const { supporting, sources, reached, breadth } = facts
  if (sources.length === 0) return [{ name: 'sources', value: 0, sentence: 'Nobody has been heard on this yet.', part: 0 }]
  const blocked = supporting.filter(({ hurt }) => hurt === 3).length
  const against = sources.filter(({ contradicts }) => contradicts > 0).length
  return [
    {
      name: 'sources',
      value: supporting.length,
      sentence: sourcesSentence(supporting.length, facts.anonymous),
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
    freshnessLine(facts),
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

/** Whoever is not known cannot be told from the others. */
function sourcesSentence(supporting: number, anonymous: number) {
  if (anonymous === 0) return `${counted(supporting, 'independent source')}; several notes from one account count once.`
  if (supporting === 1) return 'The only source is anonymous, and counts half.'
  if (anonymous === 1) return `1 of ${supporting} sources is anonymous: it may be one of the others, and counts half.`
  return `${anonymous} of ${supporting} sources are anonymous: they may be the same person, and count half.`
}

/** How long ago the sources spoke, of those that anybody knows it of. */
function freshnessLine({ supporting, undated, now }: Facts): EvidenceLine {
  const known = supporting.filter(({ newest }) => newest !== null)
  const ages = known.map(({ newest }) => (now.getTime() - newest!) / DAY_MS).sort((a, b) => a - b)
  const median = ages[Math.floor(ages.length / 2)] ?? 0
  const whose = known.length < supporting.length ? 'Of the sources with a date, half' : 'Half of the sources'
  const spoke = `${whose} spoke within the last ${ago(Math.max(1, Math.round(median)))}; what was said fades by half in ${HALF_LIFE_DAYS} days.`
  const dated = known.length > 0 ? spoke : 'Nobody knows how fresh this is.'
  const sentence = supporting.length === 0 ? 'Nothing supports it.' : dated
  return { name: 'freshness', value: median, sentence: [sentence, undatedSentence(undated)].filter(Boolean).join(' '), part: null }
}

function undatedSentence(undated: number) {
  if (undated === 0) return ''
  const [have, count, their] = undated === 1 ? ['has', 'counts', 'its'] : ['have', 'count', 'their']
  return `${counted(undated, 'note')} ${have} no date of ${their} own and ${count} as ${UNDATED_AGE_DAYS} days old when ${undated === 1 ? 'it' : 'they'} came in.`
}

const DAYS_OF_YEAR = 365.25
const LONG_AGO = 2 * DAYS_OF_YEAR

/** Nobody thinks of ten years in days. */
const ago = (days: number) => (days < LONG_AGO ? counted(days, 'day') : counted(Math.round(days / DAYS_OF_YEAR), 'year'))
const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
const percent = (share: number) => `${Math.round(share * 1000) / 10} %`
