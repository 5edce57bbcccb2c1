import type { Api } from '#client/api.ts'
import { read } from '#client/api.ts'
import { Combobox, type Found } from '../ui/combobox.tsx'
import { useApi } from './session.tsx'

/** Who said it: a contact or an account we know, or a name that the server finds or makes. */
export type Author = { label: string } & ({ contactId: string } | { accountId: string } | { name: string })

const idOf = (author: Author) =>
  'contactId' in author ? `contact:${author.contactId}` : 'accountId' in author ? `account:${author.accountId}` : `name:${author.name}`

function authorOf({ id, label }: Found): Author {
  const [kind, value = ''] = id.split(':')
  return kind === 'contact' ? { contactId: value, label } : kind === 'account' ? { accountId: value, label } : { name: label, label }
}

async function searchAuthors(api: Api, q: string): Promise<Found[]> {
  const [people, companies] = await Promise.all([
    read(api.contacts.$get({ query: { q } })),
    read(api.accounts.$get({ query: { q, limit: '8' } })),
  ])
  return [
    ...people.rows.slice(0, 8).map(({ id, name, accountName }) => ({ id: `contact:${id}`, label: name, detail: accountName ?? 'person' })),
    ...companies.rows.map(({ id, name }) => ({ id: `account:${id}`, label: name, detail: 'company' })),
  ]
}

type AuthorFieldProps = { value: Author | null; onChange: (author: Author | null) => void; placeholder?: string }

/** Stands inside a Field. */
export function AuthorField({ value, onChange, placeholder }: AuthorFieldProps) {
  const api = useApi()
  return (
    <Combobox
      value={value && { id: idOf(value), label: value.label }}
      onChange={(found) => onChange(found && authorOf(found))}
      search={(text) => searchAuthors(api, text)}
      searchKey={['authors']}
      onCreate={(name) => onChange({ name, label: name })}
      createLabel={(name) => `New person “${name}”`}
      placeholder={placeholder}
    />
  )
}
