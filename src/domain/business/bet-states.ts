export const betStates = ['idea', 'considering', 'committed', 'building', 'launched', 'learned', 'dropped'] as const
export type BetState = (typeof betStates)[number]
/** Still to come out: what there is to choose from. */
export const openBetStates = ['idea', 'considering', 'committed', 'building'] as const satisfies readonly BetState[]
export const horizons = ['now', 'next', 'later'] as const
export type Horizon = (typeof horizons)[number]
