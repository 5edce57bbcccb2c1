export const LAST_DAY = '2100-12-31'

/** Why a day cannot be planned for, or nothing. A day that stands already, `before`, may stay when it has passed. */
export function dayFault(day: string | null, { today, before = null }: { today: string; before?: string | null }) {
  if (!day || day === before) return undefined
  if (day < today) return 'This day has passed. Choose today or a later day.'
  return day > LAST_DAY ? TOO_FAR : undefined
}

export const TOO_FAR = 'Choose a day no later than the year 2100.'
