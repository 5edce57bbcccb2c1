/** Why there is no number: a sentence fit to show. Every method that cannot answer honestly returns one instead of NaN. */
export type Refusal = { refused: string }

/** A refusal with its sentence: what is the matter, in words anybody understands. */
export function refuse(refused: string): Refusal {
  return { refused }
}

/** Whether an answer is a refusal. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && typeof value.refused === 'string'
}

/** Why an alpha cannot be one, or null: “The error allowed lies between 0 and 1.” */
export function findAlphaFault(alpha: number): Refusal | null {
  return alpha > 0 && alpha < 1 ? null : refuse('The error allowed lies between 0 and 1.')
}

/** What is said of sound input whose answer a double cannot hold. */
export const tooFarApart = 'The numbers are too large or too far apart to compute with.'

/** Whether numbers can be squared and summed without leaving what a double holds. */
export function areSummable(values: readonly number[]) {
  return values.every((value) => Math.abs(value) < 1e145)
}
