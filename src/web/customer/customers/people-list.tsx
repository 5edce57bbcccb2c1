import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { ArchiveRows } from '../../shell/record/archive-rows.tsx'
import { useApi, useMayContribute } from '../../shell/session.tsx'
import { type plainTable, tableIn } from '../../shell/view.ts'
import { recordPath } from '../../ui/records.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-model.ts'
import type { Peek } from '../../ui/table-peek.tsx'
import { type ContactRow, customerQueries } from './queries.ts'
import { SaidList } from './said-list.tsx'
import { customersText as text } from './text.ts'

const columns: Column<ContactRow>[] = [
  { id: 'name', header: 'Person', main: true, value: ({ name }) => name, cell: ({ name }) => name },
  { id: 'title', header: 'What they do', width: 180, wide: true, value: ({ title }) => title, cell: ({ title }) => title },
  {
    id: 'account',
    header: 'Customer',
    width: 200,
    value: ({ accountName }) => accountName,
    group: { words: ({ accountName }) => accountName ?? text.noAccount, order: ({ accountName }) => accountName },
    cell: ({ accountName }) => accountName,
  },
  { id: 'email', header: 'E-mail', width: 280, wide: true, value: ({ email }) => email, cell: ({ email }) => email },
]

const peek: Peek<ContactRow> = { title: ({ name }) => name, content: ({ id }) => <SaidList whose={{ contactId: id }} /> }

type View = { q: string } & typeof plainTable
type PeopleListProps = { view: View; setView: (changes: Partial<View>) => void }

/** The people in the accounts, by name. */
export function PeopleList({ view, setView }: PeopleListProps) {
  const { data } = useQuery(customerQueries.contacts(useApi(), useDeferredValue(view.q.trim())))
  const mayArchive = useMayContribute()
  if (!data) return <Skeleton lines={6} />
  return (
    <>
      <Table
        label={text.people}
        rows={data.rows}
        rowId={({ id }) => id}
        columns={columns}
        href={({ id }) => recordPath('contact', id) ?? '/customers'}
        {...tableIn(view, setView)}
        peek={peek}
        bulk={mayArchive ? (chosen, clear) => <ArchiveRows kind="contact" room="contacts" rows={chosen} onDone={clear} /> : undefined}
        empty={<p className="soft">{view.q ? text.noPerson : text.noContact}</p>}
      />
      {data.rows.length === MOST && <p className="faint">{text.morePeople}</p>}
    </>
  )
}

/** As many as the server answers at once. */
const MOST = 200
