import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { RecordTalk } from '../../shell/record/record-talk.tsx'
import { useApi, useMayContribute, useMe } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { countOf, formatDay } from '../../ui/format.ts'
import { type Hurt, HurtMarks } from '../../ui/hurt-marks.tsx'
import { Link } from '../../ui/link.tsx'
import { Facts, RecordPage, Section } from '../../ui/page.tsx'
import { recordPath } from '../../ui/records.ts'
import { DatePicker } from '../../ui/text-input.tsx'
import { TitleEditor } from '../../ui/title-editor.tsx'
import '../customer.css'
import { EditableText } from '../editable-text.tsx'
import { traitsToRead } from '../traits.ts'
import { ContactDialog } from './contact-dialog.tsx'
import './customers.css'
import { EditableAmount } from './editable-amount.tsx'
import { type AccountChanges, type AccountDetail, customerQueries, useChangeAccount } from './queries.ts'
import { SaidList } from './said-list.tsx'
import { customersText as text } from './text.ts'

type Change = ((changes: AccountChanges) => void) | undefined

/** One account: what it pays, who is there, and what they said. */
export function AccountPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const account = useSuspenseQuery(customerQueries.account(useApi(), id)).data
  const mayChange = useMayContribute()
  const change = useChangeAccount(account.id)
  const onChange = mayChange ? change : undefined
  return (
    <RecordPage
      title={account.name}
      chips={
        <>
          {account.plan && <Chip>{account.plan}</Chip>}
          {account.churnedAt && <Chip>{`${text.churned} ${formatDay(account.churnedAt)}`}</Chip>}
        </>
      }
      titleEditor={
        onChange && <TitleEditor key={account.name} title={account.name} label={text.name} onSave={(name) => onChange({ name })} />
      }
    >
      <AccountFacts account={account} onChange={onChange} />
      <AccountProblems problems={account.problems} />
      <Contacts account={account} mayAdd={mayChange} />
      <SaidList whose={{ accountId: account.id }} />
      <RecordTalk about={`account:${account.id}`} />
    </RecordPage>
  )
}

const words = [
  { name: 'domain', label: 'Web address' },
  { name: 'plan', label: 'Plan' },
  { name: 'segment', label: 'Segment' },
] as const
const days = [
  { name: 'customerSince', label: 'Customer since' },
  { name: 'churnedAt', label: 'Left' },
] as const

export function AccountFacts({ account, onChange }: { account: AccountDetail; onChange?: Change }) {
  const { currency } = useMe().workspace
  return (
    <Section label={text.facts}>
      <Facts
        facts={[
          ...words.map(({ name, label }) => ({
            label,
            value: (
              <EditableText
                label={label}
                blank="–"
                value={account[name] ?? ''}
                maxLength={200}
                onSave={onChange && ((next) => onChange({ [name]: next || null }))}
              />
            ),
          })),
          {
            label: 'Revenue a year',
            value: (
              <EditableAmount
                label="Revenue a year"
                currency={currency}
                value={account.revenue}
                onSave={onChange && ((revenue) => onChange({ revenue }))}
              />
            ),
          },
          {
            label: 'People',
            value: <EditableAmount label="People" value={account.size} onSave={onChange && ((size) => onChange({ size }))} />,
          },
          ...days.map(({ name, label }) => ({
            label,
            value: onChange ? (
              <DatePicker
                aria-label={label}
                className="bare fact-day"
                value={account[name]}
                onChange={(day) => onChange({ [name]: day })}
              />
            ) : (
              account[name] && formatDay(account[name])
            ),
          })),
          ...traitsToRead(account.traits),
        ]}
      />
    </Section>
  )
}

export function AccountProblems({ problems }: Pick<AccountDetail, 'problems'>) {
  return (
    <Section label={text.problems} more={problems.length || undefined}>
      {problems.length === 0 && <p className="soft">{text.noProblem}</p>}
      <ul>
        {problems.map(({ id, key, title, insights, hurt }) => (
          <li key={id} className="linked-line">
            <span className="key">{key}</span>
            <Link to={recordPath('problem', key) ?? '/problems'}>{title}</Link>
            {hurt && <HurtMarks hurt={hurt as Hurt} />}
            <span className="faint small">{countOf(Number(insights), 'passage')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Contacts({ account, mayAdd }: { account: AccountDetail; mayAdd: boolean }) {
  const [adding, setAdding] = useState(false)
  return (
    <Section label={text.contacts} more={account.contacts.length || undefined}>
      {account.contacts.length === 0 && <p className="soft">{text.noContact}</p>}
      <ul>
        {account.contacts.map(({ id, name, title, email }) => (
          <li key={id} className="linked-line">
            <Link to={recordPath('contact', id) ?? '/customers'}>{name}</Link>
            <span className="soft">{title}</span>
            <span className="faint small">{email}</span>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <p className="section-action">
          <Button size="small" icon="add" onClick={() => setAdding(true)}>
            {text.addContact}
          </Button>
        </p>
      )}
      {adding && <ContactDialog accountId={account.id} onClose={() => setAdding(false)} />}
    </Section>
  )
}
