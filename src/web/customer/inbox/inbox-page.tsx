import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import type { FeedbackState } from '#domain/customer/feedback.ts'
import { useApi, useMayContribute, useMayMake, useMe } from '../../shell/session.tsx'
import { useView } from '../../shell/view.ts'
import { SavedViews } from '../../shell/views/saved-views.tsx'
import { classes } from '../../ui/classes.ts'
import { formatCount } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.ts'
import { useGo } from '../../ui/link.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { InboxBulk } from './inbox-bulk.tsx'
import './inbox.css'
import { EmptyInbox, NothingFits } from './empty-inbox.tsx'
import { FromImport } from './from-import.tsx'
import { InboxFilters } from './inbox-filters.tsx'
import { InboxList } from './inbox-list.tsx'
import { type FeedbackRow, type InboxView, inboxQueries, isPlain, plainView, viewInAddress } from './queries.ts'
import { Reading } from './reading.tsx'
import { foundWords, inboxText as text } from './text.ts'
import { type Moves, useMoves } from './use-moves.ts'
import { useSelection } from './use-selection.ts'

/** The address of one piece of feedback, or of the bare list, with the filters kept. */
function useFeedbackHref() {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const kept = viewInAddress(search)
  const query = kept.size > 0 ? `?${kept}` : ''
  return (key: string) => `/inbox${key && `/${key}`}${query}`
}

function useInbox(view: InboxView, { stateOf }: Moves) {
  const list = useInfiniteQuery(inboxQueries.list(useApi(), view))
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = list
  const rows = (data?.pages ?? []).flatMap((page) => page.rows).filter((row) => view.state === 'all' || stateOf(row) === view.state)
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { rows, onEnd, loaded: Boolean(data), found: isPlaceholderData ? undefined : data?.pages[0]?.found }
}

/** The room people spend most time in: the list, the words, and the problems they speak of. */
export function InboxPage() {
  const { key } = useParams({ strict: false }) as { key?: string }
  const [view, setView] = useView(plainView) as unknown as [InboxView, (changes: Partial<InboxView>) => void]
  const moves = useMoves()
  const { rows, onEnd, loaded, found } = useInbox(view, moves)
  const { inbox } = useMe().counts
  const current = key ?? rows[0]?.key
  const walk = useWalk({ rows, current, opened: key !== undefined })
  const selection = useSelection(rows)
  // What is read is the page then: where the list gives way to it, its own heading remains.
  const ListTitle = key ? 'h2' : 'h1'
  const mayMove = useMayContribute()
  const mayMoveMany = useMayMake()
  useTitle(key ?? text.title)
  useSelectionKeys(mayMoveMany ? { rows, current, selection, walk } : null)

  async function moveSelected(state: FeedbackState) {
    walk.leave(selection.ids)
    selection.clear()
    await moves.move(selection.chosen, state)
  }
  if (loaded && rows.length === 0 && !key && isPlain(view)) return <EmptyInbox />
  return (
    <div className={classes('inbox', key && 'reading')}>
      <section className="inbox-list" aria-label={text.title}>
        <header className="inbox-list-head">
          <ListTitle className="strong">{text.title}</ListTitle>
          <span role="status" className="inbox-count">
            {isPlain(view) ? `${formatCount(inbox)} ${text.toRead}` : foundWords(found)}
          </span>
          <SavedViews list="inbox" />
        </header>
        <InboxFilters view={view} onChange={setView} />
        {view.import && <FromImport id={view.import} onShowAll={() => setView({ import: '' })} />}
        {loaded ? (
          <InboxList
            rows={rows}
            current={current}
            selected={selection.ids}
            href={walk.href}
            onSelect={mayMoveMany ? selection.toggle : undefined}
            onEnd={onEnd}
          />
        ) : (
          <Skeleton lines={8} />
        )}
        {loaded && rows.length === 0 && <NothingFits onShowAll={() => setView({ ...plainView, state: 'all' })} />}
        {selection.chosen.length > 0 && <InboxBulk count={selection.chosen.length} onMove={moveSelected} onClear={selection.clear} />}
      </section>
      <div className="inbox-reading">
        {current && <ReadingPlace key={current} feedbackKey={current} walk={walk} moves={moves} mayMove={mayMove} />}
      </div>
    </div>
  )
}

type WalkProps = { rows: FeedbackRow[]; current?: string; opened: boolean }

/** Going from line to line, and to the next one when this one leaves. */
function useWalk({ rows, current, opened }: WalkProps) {
  const api = useApi()
  const cache = useQueryClient()
  const go = useGo()
  const href = useFeedbackHref()
  const at = rows.findIndex(({ key }) => key === current)
  const show = (row: FeedbackRow | undefined) => row && go(href(row.key), { replace: opened })
  const step = (by: number) => show(rows[Math.min(rows.length - 1, Math.max(0, at + by))])
  /** Shows the nearest line that stays. */
  function leave(leaving: Set<string>) {
    const stays = (row: FeedbackRow) => !leaving.has(row.id)
    const next = rows.slice(at + 1).find(stays) ?? rows.slice(0, Math.max(0, at)).findLast(stays)
    if (next) show(next)
    else go(href(''), { replace: true })
  }
  const near = [rows[at + 1]?.key, rows[at + 2]?.key].filter((key) => key !== undefined).join()
  useEffect(() => {
    for (const key of near.split(',').filter(Boolean)) {
      void cache.prefetchQuery(inboxQueries.one(api, key))
      void cache.prefetchQuery(inboxQueries.suggestions(api, key))
    }
  }, [near, api, cache])
  useKeys(
    {
      j: { run: () => step(1), label: 'Next' },
      k: { run: () => step(-1), label: 'The one before' },
      down: () => step(1),
      up: () => step(-1),
    },
    { group: text.title },
  )
  return { step, leave, href, at }
}

type Walk = ReturnType<typeof useWalk>
type SelectionKeys = { rows: FeedbackRow[]; current?: string; selection: ReturnType<typeof useSelection>; walk: Walk }

function useSelectionKeys(on: SelectionKeys | null) {
  const row = on?.rows[on.walk.at]
  function extend(by: number) {
    if (!on || !row) return
    const next = on.rows[on.walk.at + by]
    on.selection.add(next ? [row.id, next.id] : [row.id])
    on.walk.step(by)
  }
  useKeys(
    on
      ? {
          x: { run: () => row && on.selection.toggle(row.id), label: 'Select' },
          'shift+down': { run: () => extend(1), label: 'Extend the selection' },
          'shift+up': () => extend(-1),
          esc: on.selection.chosen.length > 0 ? on.selection.clear : undefined,
        }
      : {},
    { group: text.title },
  )
}

type ReadingPlaceProps = { feedbackKey: string; walk: Walk; moves: Moves; mayMove: boolean }

function ReadingPlace({ feedbackKey, walk, moves, mayMove }: ReadingPlaceProps) {
  const { data: feedback, error } = useQuery(inboxQueries.one(useApi(), feedbackKey))
  const state = feedback && moves.stateOf(feedback)
  function move(to: FeedbackState, others: Pick<FeedbackRow, 'id' | 'key' | 'state'>[] = []) {
    if (!feedback) return
    const moving = [feedback, ...others]
    walk.leave(new Set(moving.map(({ id }) => id)))
    void moves.move(moving, to)
  }
  useKeys(
    mayMove
      ? {
          e: state === 'new' ? { run: () => move('processed'), label: text.done } : undefined,
          s: state === 'new' ? { run: () => move('spam'), label: text.spam } : undefined,
          u: state !== 'new' ? { run: () => move('new'), label: text.putBack } : undefined,
        }
      : {},
    { group: text.title },
  )
  if (error) throw error
  if (!feedback || !state) return <Skeleton lines={6} />
  return <Reading feedback={feedback} state={state} href={walk.href} onMove={move} />
}
