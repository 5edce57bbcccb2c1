import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useApi, useMe } from '../shell/session.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { say } from '../ui/toast.ts'
import { type LessonDetail, learnQueries, useFreshStart, useMakeSandbox } from './queries.ts'
import { learnText } from './text.ts'

const text = learnText.sandbox

type Where = NonNullable<LessonDetail['practice']>['workspace']

/** Where the practice is done: at home, or in a workspace of one's own with sample records. */
export function SandboxLine({ where, path }: { where: Where; path: string }) {
  const inSandbox = useMe().workspace.kind === 'sandbox'
  if (where === 'own' && !inSandbox) return <p className="soft small">{text.own}</p>
  return (
    <div className="stack">
      <p className="soft small">{inSandbox ? text.here : text[where]}</p>
      {inSandbox ? <InSandbox path={path} /> : <ToSandbox path={path} />}
    </div>
  )
}

function useGoToWorkspace(path: string) {
  const router = useRouter()
  return (slug: string) => void router.navigate({ href: `/w/${slug}${path}` })
}

function ToSandbox({ path }: { path: string }) {
  const { data } = useQuery(learnQueries.sandbox(useApi()))
  const make = useMakeSandbox()
  const goTo = useGoToWorkspace(path)
  async function open() {
    const sandbox = data?.sandbox ?? (await make.mutateAsync())
    goTo(sandbox.slug)
  }
  return (
    <Button size="small" busy={make.isPending} disabled={!data} onClick={() => void open().catch(() => undefined)}>
      {data?.sandbox ? text.open : text.make}
    </Button>
  )
}

function InSandbox({ path }: { path: string }) {
  const [asking, setAsking] = useState(false)
  const fresh = useFreshStart()
  const goTo = useGoToWorkspace(path)
  const { data } = useQuery(learnQueries.sandbox(useApi()))

  async function startAfresh() {
    await fresh.mutateAsync(undefined)
    setAsking(false)
    say({ text: text.freshDone })
  }
  return (
    <div className="row">
      {data && (
        <Button size="small" onClick={() => goTo(data.home.slug)}>
          {text.back}
        </Button>
      )}
      <Button size="small" kind="quiet" onClick={() => setAsking(true)}>
        {text.fresh}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={`${text.fresh}?`}
        description={text.freshWhy}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <Button kind="danger" busy={fresh.isPending} onClick={() => void startAfresh().catch(() => undefined)}>
              {text.fresh}
            </Button>
          </>
        }
      />
    </div>
  )
}
