export const betStates = ['idea', 'considering', 'committed', 'building', 'launched', 'learned', 'dropped'] as const
export type BetState = (typeof betStates)[number]
/** Still to come out: what there is to choose from. */
export const openBetStates = ['idea', 'considering', 'committed', 'building'] as const satisfies readonly BetState[]
/** Whether a bet is still to come out. */
export const isOpenBet = ({ state }: { state: string }) => openBetStates.some((open) => open === state)
/** What people have, or had a verdict on: it lies in no plan for the future any more. */
export const isOut = ({ state }: { state: string }) => state === 'launched' || state === 'learned'

/** Forward is free; back, dropping and reviving take a reason, because somebody will ask. */
export const isForward = (from: BetState, to: BetState) =>
  from !== 'dropped' && to !== 'dropped' && betStates.indexOf(to) > betStates.indexOf(from)

export const horizons = ['now', 'next', 'later'] as const
export type Horizon = (typeof horizons)[number]
