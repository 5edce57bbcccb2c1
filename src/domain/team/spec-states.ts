export const specStates = ['draft', 'in-review', 'ready'] as const
export type SpecState = (typeof specStates)[number]
