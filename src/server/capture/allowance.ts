const MOST_HOLDERS = 10_000

/** How often each holder may ask: `burst` at once, `perSecond` over time. Holders who have not asked for long are forgotten. */
export function createAllowance({ burst, perSecond }: { burst: number; perSecond: number }) {
  const holders = new Map<string, { left: number; at: number }>()
  return {
    /** Takes one; false when there is none left. */
    take(holder: string, now: number) {
      const { left, at } = holders.get(holder) ?? { left: burst, at: now }
      const available = Math.min(burst, left + ((now - at) / 1_000) * perSecond)
      holders.delete(holder)
      holders.set(holder, { left: Math.max(0, available - 1), at: now })
      if (holders.size > MOST_HOLDERS) holders.delete(holders.keys().next().value!)
      return available >= 1
    },
  }
}
