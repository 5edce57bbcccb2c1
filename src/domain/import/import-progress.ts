import { Conflict } from '../problems.ts'

export type ImportState = 'preview' | 'running' | 'finished' | 'failed' | 'undone'

type Progress = { state: ImportState; finishedAt: Date | null }
type Pace = { state: ImportState; total: number; done: number; runStartedAt: Date | null; doneBefore: number }

const day = 86_400_000

/** Seconds until the last row, judged by the rows of this run; null before there is anything to judge by. */
export function secondsLeft({ state, total, done, runStartedAt, doneBefore }: Pace, now: Date): number | null {
  const doneNow = done - doneBefore
  if (state !== 'running' || !runStartedAt || doneNow <= 0) return null
  const spent = (now.getTime() - runStartedAt.getTime()) / 1000
  return Math.ceil((spent / doneNow) * Math.max(total - done, 0))
}

export function refuseStart({ state }: Progress) {
  if (state === 'running') throw new Conflict('This import is running already.')
  if (state === 'finished') throw new Conflict('This import is finished. Upload the file again to import it again.')
  if (state === 'undone') throw new Conflict('This import was undone. Upload the file again to import it again.')
}

/** A whole import can be taken back for a day. */
export function refuseUndo({ state, finishedAt }: Progress, now: Date) {
  if (state === 'undone') throw new Conflict('This import was undone already.')
  if (state === 'preview') throw new Conflict('This import has not been started.')
  if (finishedAt && now.getTime() - finishedAt.getTime() > day)
    throw new Conflict('An import can be undone for a day. Archive single records instead.')
}

export function refuseChange({ state }: Progress) {
  if (state !== 'preview') throw new Conflict('This import has been started; its mapping stands.')
}
