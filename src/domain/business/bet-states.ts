export const betStates = ['idea', 'considering', 'committed', 'building', 'launched', 'learned', 'dropped'] as const
export type BetState = (typeof betStates)[number]
/** Still to come out: what there is to choose from. */
export const openBetStates = ['idea', 'considering', 'committed', 'building'] as const satisfies readonly BetState[]
/** Whether a bet is still to come out. */
export const isOpenBet = ({ state }: { state: string }) => openBetStates.some((open) => open === state)

export const horizons = ['now', 'next', 'later'] as const
export type Horizon = (typeof horizons)[number]
