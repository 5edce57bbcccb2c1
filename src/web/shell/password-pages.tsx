import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Field, FormError } from '../ui/field.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { say } from '../ui/toast.ts'
import { requestPasswordReset, resetPassword } from './account.ts'
import { Door, DoorForm } from './door.tsx'

function Back() {
  return (
    <p className="door-foot">
      <Link to="/sign-in" className="text-link">
        {text.reset.back}
      </Link>
    </p>
  )
}

export function ForgotPasswordPage() {
  const [email, setEmail] = useState('')
  const asking = useMutation({ mutationFn: () => requestPasswordReset(email), meta: { quiet: true } })
  return (
    <Door title={text.reset.askTitle} lead={asking.isSuccess ? text.reset.asked : text.reset.askLead}>
      <DoorForm onSubmit={() => asking.mutate()}>
        {!asking.isSuccess && (
          <>
            <Field label={text.signIn.email}>
              <TextInput type="email" autoComplete="username" required value={email} onChange={setEmail} />
            </Field>
            <FormError error={asking.error} />
            <Button kind="main" type="submit" busy={asking.isPending}>
              {text.reset.askSubmit}
            </Button>
          </>
        )}
        <Back />
      </DoorForm>
    </Door>
  )
}

export function ResetPasswordPage() {
  const { token = '' } = useSearch({ strict: false }) as { token?: string }
  const [password, setPassword] = useState('')
  const navigate = useNavigate()
  const saving = useMutation({
    mutationFn: () => resetPassword(password, token),
    meta: { quiet: true },
    onSuccess: () => {
      say({ text: text.reset.done })
      return navigate({ to: '/sign-in' })
    },
  })
  return (
    <Door title={text.reset.title}>
      <DoorForm onSubmit={() => saving.mutate()}>
        <Field label={text.signIn.password} hint={text.setUp.passwordHint}>
          <TextInput type="password" autoComplete="new-password" required minLength={10} value={password} onChange={setPassword} />
        </Field>
        <FormError error={saving.error} />
        <Button kind="main" type="submit" busy={saving.isPending}>
          {text.reset.submit}
        </Button>
        <Back />
      </DoorForm>
    </Door>
  )
}
