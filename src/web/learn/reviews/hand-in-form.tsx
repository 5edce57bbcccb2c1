import { type FormEvent, useState } from 'react'
import { useMe } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useStored } from '../../ui/stored.ts'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import type { LessonPlace } from '../queries.ts'
import { type LessonReview, useHandIn } from './queries.ts'
import { RubricTicks } from './rubric-ticks.tsx'
import { reviewText as text } from './text.ts'

const ANY_LEAD = 'anyone'
type Props = { review: LessonReview; place: LessonPlace; language: string }

/** What is written is kept on the device until it is handed in. A draft changes one hand-in: beside a newer one, an older draft is not looked at. */
function useDraft({ handIns }: LessonReview, { lessonId }: LessonPlace) {
  const { member } = useMe()
  const [latest] = handIns
  return useStored(`hand-in ${member.id} ${lessonId} ${latest?.id ?? 'first'}`, latest?.text ?? '')
}

export function HandInForm({ review, place, language }: Props) {
  const { rubric, reviewers, mayAskAnyLead, handIns } = review
  const [latest] = handIns
  const isAlone = reviewers.length === 0
  const inSandbox = useMe().workspace.kind === 'sandbox'
  const [words, setWords, forgetDraft] = useDraft(review, place)
  const [record, setRecord] = useState(latest?.recordKey ?? '')
  const [ticked, setTicked] = useState<readonly string[]>(() => latest?.ticked.flatMap(({ id, yes }) => (yes ? [id] : [])) ?? [])
  const [asked, setAsked] = useState(() => firstAsked(review))
  const send = useHandIn(place)

  async function submit(event: FormEvent) {
    event.preventDefault()
    await send.mutateAsync({
      text: words,
      record: record.trim() || null,
      ticked: [...ticked],
      askedId: isAlone || asked === ANY_LEAD ? null : asked,
    })
    forgetDraft()
  }
  return (
    <form className="hand-in-form" onSubmit={(event) => void submit(event).catch(() => undefined)}>
      <p className="soft">{isAlone ? text.leadAlone : text.lead}</p>
      <Field label={text.text} hint={text.textHint} error={faultOf(send.error, 'text')} required>
        <TextArea value={words} onChange={setWords} serif maxLength={20_000} rows={8} />
      </Field>
      {!inSandbox && (
        <Field label={text.record} hint={text.recordHint} error={faultOf(send.error, 'record')} optional>
          <TextInput value={record} onChange={setRecord} maxLength={40} autoComplete="off" />
        </Field>
      )}
      <RubricTicks rubric={rubric} language={language} ticked={ticked} onTick={setTicked} />
      {!isAlone && (
        <Field label={text.ask} hint={text.askHint} error={faultOf(send.error, 'askedId')}>
          <Select value={asked} onChange={setAsked} options={whoToAsk(reviewers, mayAskAnyLead)} />
        </Field>
      )}
      <FormError error={send.error} />
      <div className="row hand-in-foot">
        <Button type="submit" kind="main" busy={send.isPending} disabled={!words.trim() || (!isAlone && !asked)}>
          {isAlone ? text.finish : latest ? text.handInAgain : text.handIn}
        </Button>
        <span role="status" className="soft small">
          {send.isSuccess ? text.handedIn : latest?.state === 'waiting' && text.replaces}
        </span>
      </div>
    </form>
  )
}

function whoToAsk(reviewers: LessonReview['reviewers'], mayAskAnyLead: boolean) {
  const people = reviewers.map(({ id, name }) => ({ value: id, label: name }))
  return mayAskAnyLead ? [{ value: ANY_LEAD, label: text.anyLead }, ...people] : people
}

/** Whoever read it last knows it; else nobody is chosen for the learner. */
function firstAsked({ handIns, reviewers }: LessonReview) {
  const last = handIns[0]?.askedId
  return last && reviewers.some(({ id }) => id === last) ? last : null
}
