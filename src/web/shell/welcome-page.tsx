import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { read } from '#client/api.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { FormDialog } from '../ui/dialog.tsx'
import { Field, FormError } from '../ui/field.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Door } from './door.tsx'
import { publicApi, sessionQueries } from './session.tsx'

type Begin = { name: string; kind: 'real' | 'demo'; then: string }

/** Makes a workspace, unless the first one is still waiting to be used, and goes there. */
function useBeginning() {
  const { first } = useSearch({ strict: false }) as { first?: string }
  const { data } = useQuery({ ...sessionQueries.workspaces, retry: false })
  const navigate = useNavigate()
  const cache = useQueryClient()
  const beginning = useMutation({
    mutationFn: async ({ then, ...workspace }: Begin) => {
      const { slug } = await read(publicApi.workspaces.$post({ json: workspace }))
      return `/w/${slug}${then}`
    },
    meta: { quiet: true },
    onSuccess: async (href) => {
      await cache.invalidateQueries({ queryKey: sessionQueries.workspaces.queryKey })
      return navigate({ href })
    },
  })
  const waiting = data?.rows.find(({ slug }) => slug === first)
  const go = (href: string) => void navigate({ href })
  return { beginning, waiting, go, demo: data?.rows.find(({ kind }) => kind === 'demo') }
}

/** The first-run choice, and later the way to another workspace. */
export function WelcomePage() {
  const { beginning, waiting, go, demo } = useBeginning()
  const [naming, setNaming] = useState<string | null>(null)
  const [name, setName] = useState('')
  const begin = (then: string) => (waiting ? go(`/w/${waiting.slug}${then}`) : setNaming(then))
  const openDemo = () => (demo ? go(`/w/${demo.slug}`) : beginning.mutate({ name: 'Larkfield', kind: 'demo', then: '' }))
  const { demo: demoWords, empty, bring } = text.welcome
  return (
    <Door title={text.welcome.title} lead={text.welcome.lead} wide>
      <div className="beginnings">
        <Beginning icon="today" hat="customer" title={demoWords.title} why={demoWords.why}>
          <Button kind="main" onClick={openDemo} busy={beginning.isPending && naming === null}>
            {demoWords.submit}
          </Button>
        </Beginning>
        <Beginning icon="add" hat="business" title={empty.title} why={empty.why}>
          <Button onClick={() => begin('')}>{empty.submit}</Button>
        </Beginning>
        <Beginning icon="upload" hat="team" title={bring.title} why={bring.why}>
          <Button onClick={() => begin('/import')}>{bring.submit}</Button>
        </Beginning>
      </div>
      {beginning.isPending && naming === null && (
        <p className="soft" role="status">
          {demoWords.busy}
        </p>
      )}
      {naming === null && <FormError error={beginning.error} />}
      <FormDialog
        open={naming !== null}
        onOpenChange={(open) => !open && setNaming(null)}
        title={text.frame.newWorkspace.replace('…', '')}
        submit={text.setUp.submit}
        busy={beginning.isPending}
        disabled={!name.trim()}
        onSubmit={() => beginning.mutate({ name: name.trim(), kind: 'real', then: naming ?? '' })}
      >
        <Field label={text.setUp.workspace}>
          <TextInput value={name} onChange={setName} required />
        </Field>
        <FormError error={beginning.error} />
      </FormDialog>
    </Door>
  )
}

type BeginningProps = { icon: IconName; hat: string; title: string; why: string; children: ReactNode }

function Beginning({ icon, hat, title, why, children }: BeginningProps) {
  return (
    <section className={`beginning ${hat}`}>
      <Icon name={icon} size={20} />
      <h2>{title}</h2>
      <p>{why}</p>
      {children}
    </section>
  )
}
