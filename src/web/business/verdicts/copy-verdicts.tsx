import { copyText } from '../../shell/settings/clipboard.ts'
import { BulkAction } from '../../ui/bulk.tsx'
import { countOf } from '../../ui/format.ts'
import { useHref } from '../../ui/link.tsx'
import { inReadersNumbers } from '../../ui/sentence-numbers.ts'
import { lookOf } from '../../ui/states.ts'
import { complain, say } from '../../ui/toast.ts'
import type { VerdictRow } from './queries.ts'

/** A verdict stays, so all that can be done with several is to take them along: into a mail, a sync, a report. */
export function CopyVerdicts({ verdicts, onDone }: { verdicts: VerdictRow[]; onDone: () => void }) {
  const href = useHref()
  const lineOf = ({ key, betKey, betTitle, state, sentence }: VerdictRow) =>
    `- ${betKey} ${betTitle}: ${lookOf(state).word}. ${inReadersNumbers(sentence)} (${location.origin}${href(`/verdicts/${key}`)})`
  async function copy() {
    await copyText(verdicts.map(lineOf).join('\n'))
    say({ text: `${countOf(verdicts.length, 'verdict')} copied as a list` })
    onDone()
  }
  return (
    <BulkAction
      keys="y"
      label={`Copy ${countOf(verdicts.length, 'verdict')} as a list`}
      icon="copy"
      run={() => void copy().catch(complain)}
    >
      Copy as a list
    </BulkAction>
  )
}
