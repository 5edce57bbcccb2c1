import { TextInput } from '../ui/text-input.tsx'
import type { QuestionProps } from './question.tsx'
import { learnText } from './text.ts'

/** A number or a few words. Numbers are read as people write them: “1,200”, “12.5 %”. */
export function TypedAnswer({ question, quiz }: QuestionProps) {
  const { id, kind, unit, ask } = question
  return (
    <div className="typed-answer">
      <TextInput
        value={String(quiz.answers[id] ?? '')}
        onChange={(value) => quiz.answer(id, value)}
        inputMode={kind === 'number' ? 'decimal' : 'text'}
        aria-label={`${learnText.quiz.yourAnswer}: ${ask}`}
        maxLength={500}
        autoComplete="off"
      />
      {unit && <span className="soft">{unit}</span>}
    </div>
  )
}
