import { read } from '#client/api.ts'
import { ArchiveRows } from '../../shell/record/archive-rows.tsx'
import { useTogether } from '../../shell/record/together.ts'
import { useApi } from '../../shell/session.tsx'
import { BulkAction } from '../../ui/bulk.tsx'
import { countOf } from '../../ui/format.ts'
import type { LaunchRow } from './queries.ts'
import { launchVerbs } from './text.ts'

/** Being done with a launch is that it is out. */
export function useFinishLaunches() {
  const api = useApi()
  const { mutate, isPending } = useTogether<LaunchRow, 'launched'>({
    room: 'launches',
    deed: ({ key }, state) => read(api.launches[':id'].state.$put({ param: { id: key }, json: { state } })),
    said: (count) => `${countOf(count, 'launch is', 'launches are')} launched now`,
  })
  return {
    isPending,
    finish: (launches: LaunchRow[], onSuccess?: () => void) =>
      mutate({ rows: launches.filter(({ state }) => state !== 'launched'), given: 'launched' }, { onSuccess }),
  }
}

/** What can be done with all launches that are selected. */
export function LaunchBulk({ launches, onDone }: { launches: LaunchRow[]; onDone: () => void }) {
  const { finish, isPending } = useFinishLaunches()
  return (
    <>
      <BulkAction
        keys="e"
        label={`${countOf(launches.length, 'launch', 'launches')}: ${launchVerbs.launched}`}
        busy={isPending}
        run={() => finish(launches, onDone)}
      >
        {launchVerbs.launched}
      </BulkAction>
      <ArchiveRows kind="launch" room="launches" rows={launches} onDone={onDone} />
    </>
  )
}
