export const problemStates = ['emerging', 'validated', 'addressed', 'solved', 'parked'] as const
export type ProblemState = (typeof problemStates)[number]
