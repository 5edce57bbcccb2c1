import { read } from '#client/api.ts'
import { ArchiveRows } from '../../shell/record/archive-rows.tsx'
import { useTogether } from '../../shell/record/together.ts'
import { useApi } from '../../shell/session.tsx'
import { BulkAction } from '../../ui/bulk.tsx'
import { countOf } from '../../ui/format.ts'
import type { SpecRow } from './queries.ts'
import { specsText as text } from './text.ts'

/** Being done with a spec is its being ready. What lacks something is refused: that takes a reason, and a reason belongs to one spec. */
export function useReadySpecs() {
  const api = useApi()
  const { mutate, isPending } = useTogether<SpecRow, 'ready'>({
    room: 'specs',
    deed: ({ key }, state) => read(api.specs[':id'].state.$put({ param: { id: key }, json: { state } })),
    said: (count) => `${countOf(count, 'spec is', 'specs are')} ready now`,
  })
  return {
    isPending,
    makeReady: (specs: SpecRow[], onSuccess?: () => void) =>
      mutate({ rows: specs.filter(({ state }) => state !== 'ready'), given: 'ready' }, { onSuccess }),
  }
}

/** What can be done with all specs that are selected. */
export function SpecBulk({ specs, onDone }: { specs: SpecRow[]; onDone: () => void }) {
  const { makeReady, isPending } = useReadySpecs()
  return (
    <>
      <BulkAction keys="e" label={`${countOf(specs.length, 'spec')}: ${text.ready}`} busy={isPending} run={() => makeReady(specs, onDone)}>
        {text.ready}
      </BulkAction>
      <ArchiveRows kind="spec" room="specs" rows={specs} onDone={onDone} />
    </>
  )
}
