import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemQueries } from '../../customer/problems/queries.ts'
import { useApi } from '../../shell/session.tsx'
import { Combobox, type Found } from '../../ui/combobox.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { useGo } from '../../ui/link.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { type NewBet, useAddBet } from './queries.ts'
import { searchProblems } from './record-search.ts'
import { horizonWords, betsText as text } from './text.ts'

const horizons = (['now', 'next', 'later'] as const).map((value) => ({ value, label: horizonWords[value] }))

/** The problem the dialog was opened from, until another one is chosen or it is taken out. */
function useProblem(key: string) {
  const { data } = useQuery({ ...problemQueries.one(useApi(), key), enabled: key !== '' })
  const [chosen, choose] = useState<Found | null>()
  return [chosen === undefined && data ? { id: data.id, label: data.title } : (chosen ?? null), choose] as const
}

/** A name, a horizon and the problem are enough to begin; the rest is filled in on the page of the bet, the hypothesis first. */
export function NewBetDialog({ problemKey = '', onClose }: { problemKey?: string; onClose: () => void }) {
  const api = useApi()
  const go = useGo()
  const add = useAddBet()
  const [title, setTitle] = useState('')
  const [horizon, setHorizon] = useState<NonNullable<NewBet['horizon']>>('later')
  const [problem, setProblem] = useProblem(problemKey)
  const submit = () =>
    add.mutate(
      { title, horizon, problems: problem ? [problem.id] : [] },
      { onSuccess: ({ key }) => go(`/bets/${key}#hypothesis`, { replace: true }) },
    )
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.create}
      submit={text.add}
      busy={add.isPending}
      disabled={!title.trim()}
      onSubmit={submit}
    >
      <Field label={text.name} hint={text.nameHint} error={faultOf(add.error, 'title')} required>
        <TextInput value={title} onChange={setTitle} maxLength={200} />
      </Field>
      <Field label={text.problem} optional>
        <Combobox
          value={problem}
          onChange={setProblem}
          search={(sought) => searchProblems(api, sought)}
          searchKey={['problems']}
          placeholder={text.problemPlaceholder}
        />
      </Field>
      <Field label={text.horizon}>
        <Segments label={text.horizon} value={horizon} onChange={setHorizon} options={horizons} />
      </Field>
      {add.error && !faultOf(add.error, 'title') && <FormError error={add.error} />}
    </FormDialog>
  )
}
