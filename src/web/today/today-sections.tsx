import { channelWords } from '../ui/channels.ts'
import { Chip, StateChip } from '../ui/chip.tsx'
import { countOf, formatDay } from '../ui/format.ts'
import { Link } from '../ui/link.tsx'
import { Probability } from '../ui/probability.tsx'
import { recordPath } from '../ui/records.ts'
import { inReadersNumbers } from '../ui/sentence-numbers.ts'
import { When } from '../ui/when.tsx'
import type { TodayFacts } from './queries.ts'
import { todayText as text } from './text.ts'
import { TodayLine } from './today-line.tsx'
import { Part } from './today-part.tsx'

const page = (kind: string, key: string) => recordPath(kind, key) ?? '/'

export function VerdictsPart({ verdicts }: Pick<TodayFacts, 'verdicts'>) {
  return (
    <Part hat="business" icon="verdict" label={text.verdicts} count={verdicts.length}>
      {verdicts.map(({ key, state, sentence, betKey, betTitle }) => (
        <TodayLine
          key={key}
          href={page('bet', betKey)}
          recordKey={betKey}
          title={betTitle}
          why={<span title={inReadersNumbers(sentence)}>{inReadersNumbers(sentence)}</span>}
          chip={<StateChip state={state} />}
        />
      ))}
    </Part>
  )
}

export function DecisionsPart({ decisions }: Pick<TodayFacts, 'decisions'>) {
  return (
    <Part hat="team" icon="decision" label={text.decisions} count={decisions.length}>
      {decisions.map(({ key, question, decideBy, overdue, reversible }) => (
        <TodayLine
          key={key}
          href={page('decision', key)}
          recordKey={key}
          title={question}
          why={[reversible === false && text.oneWay, decideBy ? `by ${formatDay(decideBy)}` : text.noDate].filter(Boolean).join(' · ')}
          chip={
            overdue && (
              <Chip tone="bad" icon="clock">
                {text.overdue}
              </Chip>
            )
          }
        />
      ))}
    </Part>
  )
}

export function PlansPart({ plans }: Pick<TodayFacts, 'plans'>) {
  return (
    <Part hat="business" icon="metric" label={text.plans} count={plans.length}>
      {plans.map(({ key, title, checkDate, due }) => (
        <TodayLine
          key={key}
          href={page('bet', key)}
          recordKey={key}
          title={title}
          why={`${text.checkDate} ${formatDay(checkDate)}`}
          chip={due && <Chip icon="clock">{text.due}</Chip>}
        />
      ))}
    </Part>
  )
}

export function ForecastsPart({ forecasts }: Pick<TodayFacts, 'forecasts'>) {
  return (
    <Part hat="team" icon="question" label={text.forecasts} count={forecasts.length}>
      {forecasts.map(({ id, statement, resolveOn, probability, memberName, decisionKey }) => (
        <TodayLine
          key={id}
          href={page('decision', decisionKey)}
          recordKey={decisionKey}
          title={statement}
          why={
            <>
              {memberName}: <Probability value={Number(probability)} /> · {text.settleBy} {formatDay(resolveOn)}
            </>
          }
        />
      ))}
    </Part>
  )
}

export function MentionsPart({ mentions }: Pick<TodayFacts, 'mentions'>) {
  return (
    <Part hat="team" icon="comment" label={text.mentions} count={mentions.length}>
      {mentions.map(({ id, aboutKind, aboutId, aboutKey, text: said, memberName, createdAt }) => (
        <TodayLine
          key={id}
          href={page(aboutKind, aboutKey ?? aboutId)}
          recordKey={aboutKey}
          title={said}
          why={
            <>
              {memberName} <When at={createdAt} />
            </>
          }
        />
      ))}
    </Part>
  )
}

export function SpecsPart({ specs }: Pick<TodayFacts, 'specs'>) {
  return (
    <Part hat="team" icon="spec" label={text.specs} count={specs.length}>
      {specs.map(({ key, title, done, of, first }) => (
        <TodayLine
          key={key}
          href={page('spec', key)}
          recordKey={key}
          title={title}
          why={<span title={first}>{first}</span>}
          chip={<Chip>{`${done} of ${of}`}</Chip>}
        />
      ))}
    </Part>
  )
}

export function InboxPart({ inbox }: Pick<TodayFacts, 'inbox'>) {
  const { unread, oldestDays, newest } = inbox
  const age = oldestDays ? `the oldest for ${countOf(oldestDays, 'day')}` : ''
  return (
    <Part
      hat="customer"
      icon="inbox"
      label={text.inbox}
      count={unread}
      more={
        <span className="more">
          {age}{' '}
          <Link to="/inbox" className="text-link">
            {text.allInbox}
          </Link>
        </span>
      }
    >
      {newest.map(({ key, excerpt, channel, saidAt, undated }) => (
        <TodayLine
          key={key}
          href={page('feedback', key)}
          title={<span className="today-quote">“{excerpt}”</span>}
          why={
            <>
              {channelWords[channel as keyof typeof channelWords] ?? channel} · {undated ? text.undated : <When at={saidAt} />}
            </>
          }
        />
      ))}
    </Part>
  )
}
