import { formatDay } from '../../ui/format.ts'

const FAR = new Date(0)

/** With its year, always: this is read long after it was given. */
export const fullDay = (at: string) => formatDay(at, { now: FAR })
