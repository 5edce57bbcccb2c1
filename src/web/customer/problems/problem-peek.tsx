import { RecordEvidence } from '../../shell/record/record-evidence.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { ProblemStatement } from './problem-statement.tsx'
import type { ProblemRow } from './queries.ts'
import { problemsText as text } from './text.ts'

/** A problem from the side: the sentence, and the customers' words behind it. */
export function ProblemPeek({ problem }: { problem: ProblemRow }) {
  return (
    <>
      <p>
        <StateChip state={problem.state} />
      </p>
      <ProblemStatement problem={problem} />
      <RecordEvidence recordKey={problem.key} empty={text.noEvidence} />
    </>
  )
}
