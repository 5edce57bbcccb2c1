import { type FormEvent, useId } from 'react'
import { useMe } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { useStored } from '../../ui/stored.ts'
import { TextInput } from '../../ui/text-input.tsx'
import '../question.css'
import { type LineName, lineNames } from './four-lines.tsx'
import { type HandIn, useAnswerHandIn } from './queries.ts'
import { reviewText as text } from './text.ts'

type Draft = { answers: Readonly<Record<string, boolean>>; lines: Readonly<Record<LineName, string>> }
const empty: Draft = { answers: {}, lines: { works: '', missing: '', question: '', nextStep: '' } }

/** Ten minutes of work: kept on the device until it is sent. */
function useDraft(handInId: string) {
  const { member } = useMe()
  return useStored(`review ${member.id} ${handInId}`, empty)
}

/** Each line of the rubric with yes or not yet, four lines, and whether it passes. What is open the browser itself points at. */
export function AnswerForm({ handIn: { id, ticked, learner, language } }: { handIn: HandIn }) {
  const [{ answers, lines }, setDraft, forgetDraft] = useDraft(id)
  const send = useAnswerHandIn(id)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    await send.mutateAsync({ ...lines, answers, passed: pressed?.value === 'pass' })
    forgetDraft()
  }
  return (
    <form onSubmit={(event) => void submit(event).catch(() => undefined)}>
      <Section label={text.rubric}>
        {ticked.map((line) => (
          <RubricQuestion
            key={line.id}
            line={line}
            learner={learner}
            language={language}
            answer={answers[line.id]}
            onAnswer={(yes) => setDraft({ lines, answers: { ...answers, [line.id]: yes } })}
          />
        ))}
      </Section>
      <Section label={text.page.fourLines}>
        <p className="soft">{text.page.fourLinesWhy}</p>
        <div className="four-lines">
          {lineNames.map((name) => (
            <Field key={name} label={text.lines[name]} hint={text.lineHints[name]} error={faultOf(send.error, name)} required>
              <TextInput
                value={lines[name]}
                onChange={(value) => setDraft({ answers, lines: { ...lines, [name]: value } })}
                maxLength={500}
              />
            </Field>
          ))}
        </div>
      </Section>
      <FormError error={send.error} />
      <div className="row hand-in-foot">
        <Button type="submit" kind="main" value="pass" busy={send.isPending}>
          {text.page.pass}
        </Button>
        <Button type="submit" value="back" busy={send.isPending}>
          {text.page.back}
        </Button>
      </div>
      <p className="faint small">{text.page.why}</p>
    </form>
  )
}

type RubricQuestionProps = {
  line: HandIn['ticked'][number]
  learner: string
  language: string
  answer: boolean | undefined
  onAnswer: (yes: boolean) => void
}

function RubricQuestion({ line, learner, language, answer, onAnswer }: RubricQuestionProps) {
  const name = useId()
  return (
    <fieldset className="rubric-question">
      <legend lang={language}>{line.say}</legend>
      <p className="faint small">
        {text.tickedBy(learner)}: {line.yes ? text.yes : text.notYet}
      </p>
      <div className="row">
        {([true, false] as const).map((yes) => (
          <label key={String(yes)} className="choice-line">
            <input type="radio" name={name} required checked={answer === yes} onChange={() => onAnswer(yes)} />
            {yes ? text.yes : text.notYet}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
