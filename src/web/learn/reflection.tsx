import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Section } from '../ui/page.tsx'
import { TextArea } from '../ui/text-input.tsx'
import { type LessonPlace, useReflect } from './queries.ts'
import { learnText } from './text.ts'

const text = learnText.practice
type ReflectionProps = { place: LessonPlace; ask: string; passed: boolean; start: string }

/** A question to look back with, kept with the pass; for the learner, not for a mark. */
export function Reflection({ place, ask, passed, start }: ReflectionProps) {
  const [words, setWords] = useState(start)
  const keep = useReflect(place)
  return (
    <Section label={text.reflect}>
      <Field label={ask} hint={passed ? undefined : text.notYetReflect}>
        <TextArea value={words} onChange={setWords} serif disabled={!passed} maxLength={10_000} />
      </Field>
      <div className="row reflection-foot">
        <Button size="small" busy={keep.isPending} disabled={!passed || words === start} onClick={() => keep.mutate(words)}>
          {text.keep}
        </Button>
        <span role="status" className="soft small">
          {keep.isSuccess && words === start && text.kept}
        </span>
      </div>
    </Section>
  )
}
