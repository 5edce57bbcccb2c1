import { useRef, useState } from 'react'
import { Door, DoorForm } from '../../shell/door.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, FormError } from '../../ui/field.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { Facts } from '../../ui/page.tsx'
import { TextArea } from '../../ui/text-input.tsx'
import { useTitle } from '../../ui/use-title.ts'
import './certificates.css'
import { fullDay } from './full-day.ts'
import { type CredentialChecked, useCheckCredential } from './queries.ts'
import { verifyText as text } from './text.ts'

const LARGEST_FILE = 500_000

/** For whoever is shown a certificate: no account is needed. */
export function VerifyPage() {
  useTitle(text.title)
  const [credential, setCredential] = useState('')
  const checking = useCheckCredential()
  const result = useRef<HTMLElement>(null)

  async function check(given: string) {
    await checking.mutateAsync(given)
    requestAnimationFrame(() => result.current?.focus())
  }
  async function take(file: File | undefined) {
    if (!file) return
    const words = await file.slice(0, LARGEST_FILE).text()
    setCredential('')
    await check(words)
  }
  return (
    <Door title={text.title} lead={text.lead} wide>
      <DoorForm onSubmit={() => void check(credential).catch(() => undefined)}>
        <Field label={text.credential} hint={text.hint}>
          <TextArea value={credential} onChange={setCredential} rows={4} spellCheck={false} className="credential-text" />
        </Field>
        <label className="credential-file">
          {text.file}
          <input
            type="file"
            accept=".svg,.jwt,.txt,image/svg+xml"
            onChange={(event) => void take(event.target.files?.[0]).catch(() => undefined)}
          />
        </label>
        <FormError error={checking.error} />
        <Button kind="main" type="submit" busy={checking.isPending} disabled={!credential.trim()}>
          {text.check}
        </Button>
      </DoorForm>
      <section ref={result} tabIndex={-1} className="credential-result" aria-live="polite">
        {checking.data && <Result checked={checking.data} />}
      </section>
    </Door>
  )
}

const icons: Record<CredentialChecked['state'], IconName> = {
  genuine: 'check',
  changed: 'cross',
  elsewhere: 'question',
  unreadable: 'minus',
}

function Result({ checked }: { checked: CredentialChecked }) {
  const { state, sentence, proves } = checked
  return (
    <div className={`credential-state ${state}`}>
      <h2 className="row">
        <Icon name={icons[state]} /> {text.states[state]}
      </h2>
      <p className="credential-sentence">{sentence}</p>
      {proves && <Proven proves={proves} />}
    </div>
  )
}

function Proven({ proves }: { proves: NonNullable<CredentialChecked['proves']> }) {
  return (
    <>
      <Facts
        facts={[
          { label: text.learner, value: proves.learner },
          { label: text.course, value: proves.course },
          { label: text.issuer, value: proves.issuer },
          { label: text.on, value: fullDay(proves.at) },
          { label: text.criteria, value: proves.criteria },
        ]}
      />
      {proves.shown.length > 0 && (
        <>
          <h3 className="label">{text.shown}</h3>
          <ul className="credential-shown">
            {proves.shown.map(({ name, kind, narrative }) => (
              <li key={`${kind} ${name}`}>
                <b>{name}</b> <span className="soft">{narrative}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="faint small">{text.limits}</p>
    </>
  )
}
