import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useDeferredValue } from 'react'
import { useApi, useMayContribute, useMe } from '../../shell/session.tsx'
import { useView } from '../../shell/view.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { formatCount, formatMoney } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { RoomPage } from '../../ui/page.tsx'
import { recordPath } from '../../ui/records.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-model.ts'
import { TextInput } from '../../ui/text-input.tsx'
import './customers.css'
import { NewAccountDialog } from './new-account-dialog.tsx'
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
  { id: 'plan', header: 'Plan', width: 120, wide: true, value: ({ plan }) => plan, cell: ({ plan }) => plan },
  { id: 'segment', header: 'Segment', width: 150, wide: true, value: ({ segment }) => segment, cell: ({ segment }) => segment },
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

const view0 = { q: '', sort: '', new: '' }

/** The accounts by what they pay. */
export function CustomersPage() {
  const [view, setView] = useView(view0)
  const q = useDeferredValue(view.q.trim())
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(customerQueries.accounts(useApi(), q))
  const mayAdd = useMayContribute()
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const rows = (data?.pages ?? []).flatMap((page) => page.rows)
  const isEmpty = Boolean(data) && rows.length === 0 && !q
  const create = mayAdd && (
    <Button kind="main" icon="add" onClick={() => setView({ new: '1' })}>
      {text.create}
    </Button>
  )
  return (
    <RoomPage title={text.title} lead={text.lead} actions={!isEmpty && create}>
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
          </div>
          {data ? (
            <Table
              name="customers"
              label={text.title}
              rows={rows}
              rowId={({ id }) => id}
              columns={columns}
              href={({ id }) => recordPath('account', id) ?? '/customers'}
              sort={view.sort}
              onSort={(sort) => setView({ sort })}
              onEnd={onEnd}
              empty={<p className="soft">{text.noMatch}</p>}
            />
          ) : (
            <Skeleton lines={6} />
          )}
        </>
      )}
      {view.new && mayAdd && <NewAccountDialog onClose={() => setView({ new: '' })} />}
    </RoomPage>
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
      lesson={{ href: '/learn/three-hats', title: text.lesson }}
    />
  )
}
