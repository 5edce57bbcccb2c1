import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Combobox, type Found } from '../../ui/combobox.tsx'
import { Popover } from '../../ui/popover.tsx'
import { type ProblemChanges, type ProblemDetail, problemQueries } from './queries.ts'
import { problemsText as text } from './text.ts'

const MOST = 20

type ParentFieldProps = { value: Found | null; onChange: (value: Found | null) => void; except?: string; label?: string }

/** The larger problem this one is a part of. */
export function ParentField({ value, onChange, except, label }: ParentFieldProps) {
  const api = useApi()
  const cache = useQueryClient()
  async function search(sought: string): Promise<Found[]> {
    const { rows } = await cache.ensureQueryData(problemQueries.list(api))
    const words = sought.toLowerCase().split(/\s+/)
    return rows
      .filter(({ id, key, title }) => id !== except && words.every((word) => `${key} ${title}`.toLowerCase().includes(word)))
      .slice(0, MOST)
      .map(({ id, key, title }) => ({ id, label: title, detail: key }))
  }
  return (
    <Combobox
      value={value}
      onChange={onChange}
      search={search}
      searchKey={['problems', except]}
      placeholder={text.parentPlaceholder}
      label={label}
    />
  )
}

type ParentPickerProps = Pick<ProblemDetail, 'parent'> & { except: string; onChange: (changes: ProblemChanges) => void }

/** Changes where a problem belongs; the line beside it says where that is. */
export function ParentPicker({ parent, except, onChange }: ParentPickerProps) {
  return (
    <Popover
      label={text.parent}
      trigger={
        <Button kind="quiet" size="small" icon="edit" aria-label={`Change: ${text.parent}`}>
          {parent ? 'Change' : 'Choose'}
        </Button>
      }
    >
      <div className="parent-picker">
        <ParentField
          label={text.parent}
          except={except}
          value={parent && { id: parent.id, label: parent.title }}
          onChange={(found) => onChange({ parent: found?.id ?? null })}
        />
      </div>
    </Popover>
  )
}
