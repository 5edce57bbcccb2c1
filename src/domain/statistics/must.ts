import { isRefusal, type Refusal } from './refusal.ts'

/** The answer of a method that must not refuse here; throws its sentence when it does. For callers who have checked already, and tests. */
export function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}
