import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { read } from '#client/api.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { FormError } from '../ui/field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { signIn } from './account.ts'
import { Door, DoorForm } from './door.tsx'
import { nobody, PersonFields } from './person-fields.tsx'
import { forgetAll } from './query-client.ts'
import { publicApi, sessionQueries } from './session.tsx'

const invitationQuery = (token: string) =>
  queryOptions({ queryKey: ['invitation', token], queryFn: () => read(publicApi.join[':token'].$get({ param: { token } })), retry: false })

export function JoinPage() {
  const { token } = useParams({ strict: false }) as { token: string }
  const invitation = useQuery(invitationQuery(token))
  const signedIn = useQuery({ ...sessionQueries.workspaces, retry: false })
  if (invitation.error)
    return (
      <Door title={text.join.submit} lead={invitation.error.message}>
        <BackToSignIn />
      </Door>
    )
  if (!invitation.data)
    return (
      <Door title={text.join.submit}>
        <Skeleton />
      </Door>
    )
  const { workspaceName, role } = invitation.data
  return (
    <Door title={text.join.submit} lead={text.join.lead(workspaceName, role)}>
      {signedIn.data ? <JoinAsMyself token={token} /> : <JoinAsNew token={token} />}
    </Door>
  )
}

function useJoining(token: string, person?: typeof nobody) {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async () => {
      const joined = await read(publicApi.join[':token'].$post({ param: { token }, json: person ?? {} }))
      if (person) await signIn(person.email, person.password)
      return joined
    },
    meta: { quiet: true },
    onSuccess: ({ slug }) => {
      forgetAll()
      return navigate({ to: '/w/$workspace', params: { workspace: slug } })
    },
  })
}

function JoinAsMyself({ token }: { token: string }) {
  const joining = useJoining(token)
  return (
    <DoorForm onSubmit={() => joining.mutate()}>
      <FormError error={joining.error} />
      <Button kind="main" type="submit" busy={joining.isPending}>
        {text.join.as}
      </Button>
    </DoorForm>
  )
}

function JoinAsNew({ token }: { token: string }) {
  const [person, setPerson] = useState(nobody)
  const joining = useJoining(token, person)
  return (
    <DoorForm onSubmit={() => joining.mutate()}>
      <PersonFields person={person} onChange={setPerson} error={joining.error} />
      <FormError error={joining.error} />
      <Button kind="main" type="submit" busy={joining.isPending}>
        {text.join.submit}
      </Button>
      <p className="door-foot">
        <Link to="/sign-in" search={{ then: `/join/${token}` } as never} className="text-link">
          {text.join.haveAccount}
        </Link>
      </p>
    </DoorForm>
  )
}

function BackToSignIn() {
  return (
    <p className="door-foot">
      <Link to="/sign-in" className="text-link">
        {text.reset.back}
      </Link>
    </p>
  )
}
