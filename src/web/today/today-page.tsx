import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useApi, useMe } from '../shell/session.tsx'
import { EmptyRoom } from '../ui/empty-room.tsx'
import { useKeys } from '../ui/keys.ts'
import { Link } from '../ui/link.tsx'
import { RoomPage } from '../ui/page.tsx'
import { CoursesPart, LessonPart, nextPath, ReviewsPart } from './learn-parts.tsx'
import { type TodayFacts, todayQuery } from './queries.ts'
import { todayText as text } from './text.ts'
import './today.css'
import { DecisionsPart, ForecastsPart, InboxPart, MentionsPart, PlansPart, SpecsPart, VerdictsPart } from './today-sections.tsx'

const longDay = (day: string) =>
  new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(`${day}T12:00:00`))

const waits = ({ day: _day, inbox, ...lists }: TodayFacts) => inbox.unread > 0 || Object.values(lists).some((list) => list.length > 0)

/** `j` and `k` walk the lines, which are links: enter opens as everywhere. */
function useLines() {
  const list = useRef<HTMLDivElement>(null)
  function walk(by: number) {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('.today-line') ?? [])]
    const at = lines.indexOf(document.activeElement as HTMLElement)
    lines[Math.min(lines.length - 1, Math.max(0, at + by))]?.focus()
  }
  useKeys({ j: { run: () => walk(1), label: 'Next' }, k: { run: () => walk(-1), label: 'The one before' } }, { group: text.title })
  return list
}

/** The page a product manager keeps open. */
export function TodayPage() {
  const facts = useSuspenseQuery(todayQuery(useApi())).data
  const { next } = useMe().learn
  const list = useLines()
  return (
    <RoomPage title={text.title} note={longDay(facts.day)} lead={text.lead} narrow>
      {waits(facts) ? (
        <div className="today" ref={list}>
          <VerdictsPart verdicts={facts.verdicts} />
          <DecisionsPart decisions={facts.decisions} />
          <MentionsPart mentions={facts.mentions} />
          <PlansPart plans={facts.plans} />
          <InboxPart inbox={facts.inbox} />
          <ForecastsPart forecasts={facts.forecasts} />
          <SpecsPart specs={facts.specs} />
          <ReviewsPart reviews={facts.reviews} />
          <CoursesPart courses={facts.courses} />
          <LessonPart next={next} />
        </div>
      ) : (
        <EmptyRoom
          icon="today"
          title={text.nothing}
          why={text.nothingWhy}
          action={
            <Link to="/inbox" className="button main">
              {text.begin}
            </Link>
          }
          lesson={next ? { href: nextPath(next), title: next.title } : undefined}
        />
      )}
    </RoomPage>
  )
}
