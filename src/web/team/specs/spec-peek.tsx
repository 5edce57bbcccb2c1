import { useSuspenseQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { StateChip } from '../../ui/chip.tsx'
import '../parts/parts.css'
import { ProseSection } from '../parts/prose-section.tsx'
import { specQueries } from './queries.ts'
import { SpecReadiness } from './spec-readiness.tsx'
import './specs.css'
import { specsText as text } from './text.ts'

/** A spec from the side: how ready it is, and what it says in short. */
export function SpecPeek({ specKey }: { specKey: string }) {
  const spec = useSuspenseQuery(specQueries.one(useApi(), specKey)).data
  return (
    <>
      <p>
        <StateChip state={spec.state} />
      </p>
      <SpecReadiness readiness={spec.readiness} />
      <ProseSection label={text.what} blank={text.whatBlank} value={spec.what} />
      <ProseSection label={text.forWhom} blank={text.forWhomBlank} value={spec.forWhom} />
      <ProseSection label={text.why} blank={text.whyBlank} value={spec.why} />
      <ProseSection label={text.outOfScope} blank={text.outOfScopeBlank} value={spec.outOfScope} />
    </>
  )
}
