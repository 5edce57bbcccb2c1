import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Field, FormError } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { say } from '../../ui/toast.ts'
import { changePassword, signOutEverywhere } from '../account.ts'
import { useSignOut } from '../sign-out.ts'
import { type Theme, useTheme } from '../theme.ts'
import './settings.css'

const themes = (Object.keys(text.frame.themes) as Theme[]).map((value) => ({ value, label: text.frame.themes[value] }))

/** What concerns the reader alone: the look, the password, the sessions. */
export function Myself() {
  const [theme, setTheme] = useTheme()
  const leaveEverywhere = useSignOut(signOutEverywhere)
  return (
    <Section label="You">
      <div className="stack">
        <Segments label={text.frame.theme} value={theme} onChange={setTheme} options={themes} />
        <PasswordForm />
        <div className="row">
          <Button icon="signOut" onClick={leaveEverywhere}>
            Sign out everywhere
          </Button>
          <span className="soft">Ends your sessions on all devices, this one too.</span>
        </div>
      </div>
    </Section>
  )
}

function PasswordForm() {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const changing = useMutation({
    mutationFn: () => changePassword(current, next),
    meta: { quiet: true },
    onSuccess: () => {
      setCurrent('')
      setNext('')
      say({ text: 'The new password is saved.', detail: 'Your other sessions have ended.' })
    },
  })
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        changing.mutate()
      }}
    >
      <Field label="Current password">
        <TextInput type="password" autoComplete="current-password" required value={current} onChange={setCurrent} />
      </Field>
      <Field label="New password" hint={text.setUp.passwordHint}>
        <TextInput type="password" autoComplete="new-password" required minLength={10} value={next} onChange={setNext} />
      </Field>
      <Button type="submit" disabled={!current || !next} busy={changing.isPending}>
        Change
      </Button>
      <FormError error={changing.error} />
    </form>
  )
}
