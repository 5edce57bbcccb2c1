export const launchStates = ['planned', 'rolling-out', 'launched', 'called-off'] as const
export type LaunchState = (typeof launchStates)[number]
