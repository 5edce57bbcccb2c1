import { useState } from 'react'
import { useMayContribute } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Section } from '../../ui/page.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { When } from '../../ui/when.tsx'
import { type Question, type SpecDetail, useAnswerQuestion, useAskQuestion } from './queries.ts'
import { specsText as text } from './text.ts'

/** What nobody knows yet. Everybody may ask and answer. */
export function SpecQuestions({ spec: { key, questions } }: { spec: SpecDetail }) {
  const ask = useAskQuestion(key)
  const mayContribute = useMayContribute()
  const open = questions.filter(({ answer }) => answer === null).length
  return (
    <Section label={text.questions} id="questions" more={questions.length > 0 && `${open} open`}>
      {questions.length === 0 && <p className="faint">{text.noQuestion}</p>}
      <ul className="team-lines">
        {questions.map((question) => (
          <QuestionLine key={question.id} question={question} mayAnswer={mayContribute} />
        ))}
      </ul>
      {mayContribute && (
        <WordsForm submit={text.ask} placeholder={text.askPlaceholder} longest={2000} busy={ask.isPending} onSubmit={ask.mutateAsync} />
      )}
    </Section>
  )
}

function QuestionLine({ question, mayAnswer }: { question: Question; mayAnswer: boolean }) {
  const answer = useAnswerQuestion(question)
  const isOpen = question.answer === null
  return (
    <li>
      <div className="wide">
        <p className="strong">{question.question}</p>
        <p className="faint small">
          {question.askedByName}, <When at={question.askedAt} />
        </p>
        {!isOpen && <p>{question.answer}</p>}
        {isOpen && mayAnswer && (
          <WordsForm
            submit={text.answer}
            placeholder={text.answerPlaceholder}
            longest={5000}
            busy={answer.isPending}
            onSubmit={answer.mutateAsync}
          />
        )}
      </div>
      <Chip tone={isOpen ? 'unsure' : 'good'} icon={isOpen ? 'question' : 'check'}>
        {isOpen ? 'open' : 'answered'}
      </Chip>
    </li>
  )
}

type WordsFormProps = {
  submit: string
  placeholder: string
  longest: number
  busy: boolean
  onSubmit: (words: string) => Promise<unknown>
}

function WordsForm({ submit, placeholder, longest, busy, onSubmit }: WordsFormProps) {
  const [words, setWords] = useState('')
  // A refusal is said in a toast by the mutation itself; what was written stays.
  const send = () =>
    onSubmit(words).then(
      () => setWords(''),
      () => undefined,
    )
  return (
    <form
      className="words-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() && !busy) void send()
      }}
    >
      <TextInput value={words} onChange={setWords} placeholder={placeholder} aria-label={placeholder} maxLength={longest} />
      <Button type="submit" busy={busy} disabled={!words.trim()}>
        {submit}
      </Button>
    </form>
  )
}
