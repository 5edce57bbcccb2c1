import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { read } from '#client/api.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Field, FormError, faultOf } from '../ui/field.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { signIn } from './account.ts'
import { Door, DoorForm } from './door.tsx'
import { nobody, PersonFields } from './person-fields.tsx'
import { forgetAll } from './query-client.ts'
import { publicApi } from './session.tsx'

export function SetUpPage() {
  const [person, setPerson] = useState(nobody)
  const [workspaceName, setWorkspaceName] = useState('')
  const navigate = useNavigate()
  const beginning = useMutation({
    mutationFn: async () => {
      const { workspace } = await read(publicApi.setup.$post({ json: { ...person, workspaceName } }))
      await signIn(person.email, person.password)
      return workspace
    },
    meta: { quiet: true },
    onSuccess: ({ slug }) => {
      forgetAll()
      return navigate({ to: '/welcome', search: { first: slug } as never })
    },
  })
  return (
    <Door title={text.setUp.title} lead={text.setUp.lead}>
      <DoorForm onSubmit={() => beginning.mutate()}>
        <PersonFields person={person} onChange={setPerson} error={beginning.error} />
        <Field label={text.setUp.workspace} error={faultOf(beginning.error, 'workspaceName')}>
          <TextInput autoComplete="organization" required value={workspaceName} onChange={setWorkspaceName} />
        </Field>
        <FormError error={beginning.error} />
        <Button kind="main" type="submit" busy={beginning.isPending}>
          {text.setUp.submit}
        </Button>
      </DoorForm>
    </Door>
  )
}
