import type { Range } from './ranges.ts'

/** The median: the best guess where given, else the geometric middle (arithmetic where low is 0). */
export function middleOf({ low, likely, high }: Range) {
  if (likely !== undefined) return likely
  return low > 0 ? Math.sqrt(low * high) : (low + high) / 2
}
