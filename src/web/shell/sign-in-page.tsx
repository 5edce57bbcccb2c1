import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Field, FormError } from '../ui/field.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { signIn } from './account.ts'
import { Door, DoorForm } from './door.tsx'
import { forgetAll } from './query-client.ts'

/** Only a path of our own: a link that carries somebody away after sign-in is an old trick. */
const safePath = (path: unknown) => (typeof path === 'string' && /^\/(?!\/)/.test(path) ? path : '/')

export function SignInPage() {
  const { then } = useSearch({ strict: false }) as { then?: string }
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const navigate = useNavigate()
  const entering = useMutation({
    mutationFn: () => signIn(email, password),
    meta: { quiet: true },
    onSuccess: () => {
      forgetAll()
      return navigate({ href: safePath(then) })
    },
  })
  return (
    <Door title={text.signIn.title}>
      <DoorForm onSubmit={() => entering.mutate()}>
        <Field label={text.signIn.email}>
          <TextInput type="email" autoComplete="username" required value={email} onChange={setEmail} />
        </Field>
        <Field label={text.signIn.password}>
          <TextInput type="password" autoComplete="current-password" required value={password} onChange={setPassword} />
        </Field>
        <FormError error={entering.error} />
        <Button kind="main" type="submit" busy={entering.isPending}>
          {text.signIn.submit}
        </Button>
        <p className="door-foot">
          <Link to="/forgot-password" className="text-link">
            {text.signIn.forgot}
          </Link>
        </p>
      </DoorForm>
    </Door>
  )
}
