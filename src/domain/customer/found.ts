/** Where a list stops counting what was found. */
export const MOST_COUNTED = 1_000
