import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { isOpenBet } from '#domain/business/bet-states.ts'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { useView } from '../../shell/view.ts'
import { SavedViews } from '../../shell/views/saved-views.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { dayOf } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.ts'
import { Link } from '../../ui/link.tsx'
import { RoomPage } from '../../ui/page.tsx'
import { Segments } from '../../ui/segments.tsx'
import { betQueries } from '../bets/queries.ts'
import { type Cut, columnsOf } from './board.ts'
import { LaunchedBets } from './launched-bets.tsx'
import './roadmap.css'
import { RoadmapBoard } from './roadmap-board.tsx'
import { RoadmapChanges } from './roadmap-changes.tsx'
import { roadmapText as text } from './text.ts'

const defaults = { by: 'horizon', since: '' }
const MONTH_MS = 30 * 24 * 3600 * 1000
const aMonthAgo = () => dayOf(new Date(Date.now() - MONTH_MS))

/** Bets that are still to come out, in the order they are taken up. */
export function RoadmapPage() {
  const [view, setView] = useView(defaults)
  const { rows } = useSuspenseQuery(betQueries.list(useApi())).data
  const mayMake = useMayMake()
  const cut: Cut = view.by === 'quarter' ? 'quarter' : 'horizon'
  const ahead = rows.filter(isOpenBet)
  const launched = rows.filter(({ state }) => state === 'launched')
  const columns = useMemo(() => columnsOf(rows.filter(isOpenBet), cut, dayOf(new Date())), [rows, cut])
  const toggleChanges = () => setView({ since: view.since ? '' : aMonthAgo() })
  useKeys({ w: { run: toggleChanges, label: text.changes } }, { group: text.title })
  return (
    <RoomPage
      title={text.title}
      chips={ahead.length > 0 && <SavedViews list="roadmap" />}
      lead={<span title={mayMake ? text.hint : undefined}>{text.lead}</span>}
      actions={
        <>
          <Segments
            label={text.how}
            value={cut}
            onChange={(by) => setView({ by })}
            options={[
              { value: 'horizon', label: text.horizon },
              { value: 'quarter', label: text.quarter },
            ]}
          />
          <Button icon="history" onClick={toggleChanges} aria-pressed={Boolean(view.since)}>
            {text.changes}
          </Button>
        </>
      }
    >
      {ahead.length + launched.length === 0 ? (
        <EmptyRoom
          icon="roadmap"
          title={text.none}
          why={text.noneWhy}
          action={
            mayMake && (
              <Link to="/bets?new=1" className="button main">
                {text.create}
              </Link>
            )
          }
          lesson={{ href: '/learn/what-a-pm-is-not/04-the-roadmap-is-a-hypothesis', title: text.lesson }}
        />
      ) : (
        <>
          <RoadmapBoard columns={columns} cut={cut} mayMove={mayMake} />
          <LaunchedBets bets={launched} />
          {mayMake && ahead.length > 0 && <p className="faint small board-hint">{text.hint}</p>}
        </>
      )}
      {view.since && <RoadmapChanges since={view.since} onSince={(since) => setView({ since })} onClose={() => setView({ since: '' })} />}
    </RoomPage>
  )
}
