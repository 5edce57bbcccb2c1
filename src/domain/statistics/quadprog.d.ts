declare module 'quadprog' {
  /** Least ½ b'Db − d'b with A'b ≥ b₀, the first `meq` of them equalities. Arrays count from 1. */
  export function solveQP(
    Dmat: number[][],
    dvec: number[],
    Amat: number[][],
    bvec: number[],
    meq?: number,
  ): { solution: number[]; message: string }
}
