import { useApi } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Combobox, type Found } from '../../ui/combobox.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { Popover } from '../../ui/popover.tsx'
import { recordPath } from '../../ui/records.ts'
import { searchBets, searchSpecs } from './record-search.ts'

type Kind = 'bet' | 'spec'
const searches = { bet: searchBets, spec: searchSpecs }

type ReferenceFieldProps = { kind: Kind; value: Found | null; onChange: (found: Found | null) => void; label?: string }

/** Finds a bet or a spec; alone it needs a `label`. */
export function ReferenceField({ kind, value, onChange, label }: ReferenceFieldProps) {
  const api = useApi()
  return (
    <Combobox
      label={label}
      value={value}
      onChange={onChange}
      search={(sought) => searches[kind](api, sought)}
      searchKey={[`${kind}s`]}
      placeholder={`Search the ${kind}s`}
    />
  )
}

type ReferenceSectionProps = {
  kind: Kind
  label: string
  blank: string
  value: { key: string; title: string } | null
  onChange?: (key: string | null) => void
}

/** The bet or the spec that a record belongs to. */
export function ReferenceSection({ kind, label, blank, value, onChange }: ReferenceSectionProps) {
  const change = onChange && (
    <Popover
      label={label}
      trigger={
        <Button kind="quiet" size="small" icon="edit" aria-label={`Change: ${label}`}>
          {value ? 'Change' : 'Choose'}
        </Button>
      }
    >
      <div className="team-picker">
        <ReferenceField
          kind={kind}
          label={label}
          value={value && { id: value.key, label: value.title }}
          onChange={(found) => onChange(found?.id ?? null)}
        />
      </div>
    </Popover>
  )
  return (
    <Section label={label} id={kind} more={change}>
      {value ? (
        <Link to={recordPath(kind, value.key) ?? '/'} className="team-reference">
          <span className="key">{value.key}</span> {value.title}
        </Link>
      ) : (
        <p className="faint">{blank}</p>
      )}
    </Section>
  )
}
