import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useDeferredValue, useEffect } from 'react'
import { ArchiveRows } from '../../shell/record/archive-rows.tsx'
import { useApi, useMayContribute, useMe } from '../../shell/session.tsx'
import { plainTable, tableIn, useView } from '../../shell/view.ts'
import { SavedViews } from '../../shell/views/saved-views.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { formatCount, formatMoney } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { RoomPage } from '../../ui/page.tsx'
import { recordPath } from '../../ui/records.ts'
import { Segments } from '../../ui/segments.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-model.ts'
import type { Peek } from '../../ui/table-peek.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { AccountPeek } from './account-peek.tsx'
import './customers.css'
import { NewAccountDialog } from './new-account-dialog.tsx'
import { PeopleList } from './people-list.tsx'
import { type AccountRow, customerQueries } from './queries.ts'
import { customersText as text } from './text.ts'

function Money({ amount }: { amount: number | null }) {
  const { currency } = useMe().workspace
  return amount === null ? <span className="faint">–</span> : formatMoney(amount, currency)
}

const columns: Column<AccountRow>[] = [
  {
    id: 'name',
    header: 'Customer',
    main: true,
    value: ({ name }) => name,
    cell: ({ name, churnedAt }) => (
      <>
        {name} {churnedAt && <Chip>{text.churned}</Chip>}
      </>
    ),
  },
  {
    id: 'plan',
    header: 'Plan',
    width: 120,
    wide: true,
    value: ({ plan }) => plan,
    group: { words: ({ plan }) => plan ?? text.noPlan, order: ({ plan }) => plan },
    cell: ({ plan }) => plan,
  },
  {
    id: 'segment',
    header: 'Segment',
    width: 150,
    wide: true,
    value: ({ segment }) => segment,
    group: { words: ({ segment }) => segment ?? text.noSegment, order: ({ segment }) => segment },
    cell: ({ segment }) => segment,
  },
  {
    id: 'size',
    header: 'People',
    width: 90,
    wide: true,
    hidden: true,
    align: 'right',
    value: ({ size }) => size,
    cell: ({ size }) => size !== null && formatCount(size),
  },
  {
    id: 'revenue',
    header: 'A year',
    width: 110,
    align: 'right',
    value: ({ revenue }) => revenue,
    cell: ({ revenue }) => <Money amount={revenue} />,
  },
  {
    id: 'feedback',
    header: 'Feedback',
    width: 100,
    align: 'right',
    value: ({ feedbackCount }) => feedbackCount,
    cell: ({ feedbackCount }) => formatCount(feedbackCount),
  },
]

const view0 = { q: '', ...plainTable, show: 'accounts', new: '' }

const shows = [
  { value: 'accounts', label: text.accounts },
  { value: 'people', label: text.people },
]

const peek: Peek<AccountRow> = { title: ({ name }) => name, content: ({ id }) => <AccountPeek id={id} /> }

type View = typeof view0
type ListProps = { view: View; setView: (changes: Partial<View>) => void }

/** The accounts by what they pay, and the people in them. */
export function CustomersPage() {
  const [view, setView] = useView(view0)
  const mayAdd = useMayContribute()
  const nobody = useInfiniteQuery(customerQueries.accounts(useApi(), '')).data?.pages[0]?.rows.length === 0
  const isEmpty = nobody && view.show === 'accounts' && !view.q
  const create = mayAdd && (
    <Button kind="main" icon="add" onClick={() => setView({ new: '1' })}>
      {text.create}
    </Button>
  )
  return (
    <RoomPage title={text.title} chips={!isEmpty && <SavedViews list="customers" />} lead={text.lead} actions={!isEmpty && create}>
      {isEmpty ? (
        <EmptyCustomers create={create} />
      ) : (
        <>
          <div className="customers-search">
            <TextInput
              type="search"
              value={view.q}
              onChange={(next) => setView({ q: next })}
              placeholder={text.search}
              aria-label={text.search}
            />
            <Segments label={text.show} value={view.show} onChange={(show) => setView({ show, ...plainTable })} options={shows} />
          </div>
          {view.show === 'people' ? <PeopleList view={view} setView={setView} /> : <AccountList view={view} setView={setView} />}
        </>
      )}
      {view.new && mayAdd && <NewAccountDialog onClose={() => setView({ new: '' })} />}
    </RoomPage>
  )
}

function useAccounts({ q, sort, group }: View) {
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    customerQueries.accounts(useApi(), useDeferredValue(q.trim())),
  )
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  // Sorted by a heading or grouped, the first row may be on the last page.
  useEffect(() => {
    if (sort || group) onEnd()
  }, [sort, group, onEnd])
  return { rows: data?.pages.flatMap((page) => page.rows), onEnd }
}

function AccountList({ view, setView }: ListProps) {
  const { rows, onEnd } = useAccounts(view)
  const mayArchive = useMayContribute()
  if (!rows) return <Skeleton lines={6} />
  return (
    <Table
      label={text.title}
      rows={rows}
      rowId={({ id }) => id}
      columns={columns}
      href={({ id }) => recordPath('account', id) ?? '/customers'}
      {...tableIn(view, setView)}
      onEnd={onEnd}
      peek={peek}
      bulk={mayArchive ? (chosen, clear) => <ArchiveRows kind="account" room="accounts" rows={chosen} onDone={clear} /> : undefined}
      empty={<p className="soft">{text.noMatch}</p>}
    />
  )
}

function EmptyCustomers({ create }: { create: ReactNode }) {
  return (
    <EmptyRoom
      icon="customers"
      title={text.none}
      why={text.noneWhy}
      action={
        <>
          {create}
          <Link to="/import" className="button">
            {text.import}
          </Link>
        </>
      }
      lesson={{ href: '/learn/three-hats/03-two-customers-two-voices', title: text.lesson }}
    />
  )
}
