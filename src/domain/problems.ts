/** Something went wrong that we expected and can explain in a sentence fit to show. Anything else that is thrown is a bug. */
export class Problem extends Error {}

export class NotSignedIn extends Problem {}
export class NotAllowed extends Problem {}
export class NotFound extends Problem {}
export class Conflict extends Problem {}
/** Somebody else changed the record in the meantime. */
export class OutOfDate extends Problem {}
export class LimitReached extends Problem {}
export class TooLarge extends Problem {}

/** The input does not fit; `fields` says where and why. */
export class NotAccepted extends Problem {
  fields: FieldProblem[]

  constructor(message: string, fields: FieldProblem[] = []) {
    super(message)
    this.fields = fields
  }
}

export type FieldProblem = { path: string; message: string }
