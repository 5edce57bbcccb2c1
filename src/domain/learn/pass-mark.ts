import { type Lesson, PASS_MARK } from './course.ts'

/** Per cent of questions to answer right for the quiz rule of a lesson, or for its questions where no rule asks for them. */
export function passMarkOf({ completion }: Pick<Lesson, 'completion'>) {
  const rule = completion.find(({ kind }) => kind === 'quiz')
  return rule?.kind === 'quiz' ? rule.pass : PASS_MARK
}
