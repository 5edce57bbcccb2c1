import { z } from 'zod'
import { NotAccepted } from '../problems.ts'
import { dayFault, LAST_DAY, TOO_FAR } from './day-ahead.ts'

/** A day somebody plans for. Whether it is still ahead depends on the day of asking, so `checkAhead` tells that. */
export const PlannedDay = z.iso.date('A day is written like 2026-03-01.').refine((day) => day <= LAST_DAY, TOO_FAR)

export type Asked = { today: string; before: string | null; field: string }

/** Refuses a day that has passed, unless it is the one that stood there before. */
export function checkAhead(day: string | null | undefined, { today, before, field }: Asked) {
  const fault = dayFault(day ?? null, { today, before })
  if (fault) throw new NotAccepted(fault, [{ path: field, message: fault }])
}
