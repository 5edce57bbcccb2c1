export const DAY_MS = 24 * 3600 * 1000

/** From here on this process lives some days ago, for stories in which weeks must pass. */
export function goBack(days: number) {
  if (days === 0) return
  const now = Date.now
  const Real = Date
  const past = () => now() - days * DAY_MS
  globalThis.Date = new Proxy(Real, {
    construct: (target, args, asked) => Reflect.construct(target, args.length === 0 ? [past()] : args, asked),
    apply: () => new Real(past()).toString(),
    get: (target, name) => (name === 'now' ? past : Reflect.get(target, name)),
  })
}
