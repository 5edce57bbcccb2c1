export const betStates = ['idea', 'considering', 'committed', 'building', 'launched', 'learned', 'dropped'] as const
export type BetState = (typeof betStates)[number]
export const horizons = ['now', 'next', 'later'] as const
export type Horizon = (typeof horizons)[number]
