export type AssignmentState = 'finished' | 'overdue' | 'open'

/** How an assigned course stands on a day. Finished stays finished, whenever that was. */
export function assignmentState({ dueOn, finishedAt }: { dueOn: string | null; finishedAt: Date | null }, day: string): AssignmentState {
  if (finishedAt) return 'finished'
  return dueOn !== null && dueOn < day ? 'overdue' : 'open'
}
