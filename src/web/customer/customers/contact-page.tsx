import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { RecordTalk } from '../../shell/record/record-talk.tsx'
import { useApi, useMayContribute } from '../../shell/session.tsx'
import { Link } from '../../ui/link.tsx'
import { Facts, RecordPage, Section } from '../../ui/page.tsx'
import { recordPath } from '../../ui/records.ts'
import { TitleEditor } from '../../ui/title-editor.tsx'
import { EditableText } from '../editable-text.tsx'
import './customers.css'
import { customerQueries, useChangeContact } from './queries.ts'
import { SaidList } from './said-list.tsx'
import { customersText as text } from './text.ts'

/** One person: who they are, where, and what they said. */
export function ContactPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const contact = useSuspenseQuery(customerQueries.contact(useApi(), id)).data
  const mayChange = useMayContribute()
  const change = useChangeContact(contact.id)
  const onChange = mayChange ? change : undefined
  return (
    <RecordPage
      title={contact.name}
      titleEditor={
        onChange && <TitleEditor key={contact.name} title={contact.name} label={text.name} onSave={(name) => onChange({ name })} />
      }
    >
      <Section label={text.facts}>
        <Facts
          facts={[
            contact.accountId !== null && { label: 'Customer', value: <AccountLink id={contact.accountId} /> },
            {
              label: 'What they do',
              value: (
                <EditableText
                  label="What they do"
                  blank="–"
                  value={contact.title ?? ''}
                  maxLength={200}
                  onSave={onChange && ((title) => onChange({ title: title || null }))}
                />
              ),
            },
            {
              label: 'E-mail',
              value: (
                <EditableText
                  label="E-mail"
                  blank="–"
                  type="email"
                  value={contact.email ?? ''}
                  maxLength={200}
                  onSave={onChange && ((email) => onChange({ email: email || null }))}
                />
              ),
            },
            contact.distinctId !== null && { label: 'Known to the product as', value: <span className="key">{contact.distinctId}</span> },
          ]}
        />
      </Section>
      <SaidList whose={{ contactId: contact.id }} />
      <RecordTalk about={`contact:${contact.id}`} />
    </RecordPage>
  )
}

function AccountLink({ id }: { id: string }) {
  const { data } = useQuery(customerQueries.account(useApi(), id))
  return (
    data && (
      <Link to={recordPath('account', id) ?? '/customers'} className="text-link">
        {data.name}
      </Link>
    )
  )
}
