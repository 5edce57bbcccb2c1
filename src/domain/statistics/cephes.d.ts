// The package ships types, but its `exports` field hides them.
declare module 'cephes' {
  export const compiled: Promise<void>
  export function igam(a: number, x: number): number
  export function igamc(a: number, x: number): number
  export function zeta(x: number, q: number): number
}
