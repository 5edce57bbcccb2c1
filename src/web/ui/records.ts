import type { Kind } from '#domain/keys.ts'
import type { IconName } from './icon.tsx'

export type HatName = 'customer' | 'business' | 'team' | 'learn'
type RecordKind = Extract<
  Kind,
  'feedback' | 'problem' | 'metric' | 'bet' | 'verdict' | 'spec' | 'decision' | 'launch' | 'account' | 'contact'
>

/** Where each kind of record lives in the client, and whose hat it wears. */
export const records: Record<RecordKind, { hat: HatName; room: string; icon: IconName; word: string }> = {
  feedback: { hat: 'customer', room: '/inbox', icon: 'inbox', word: 'Feedback' },
  problem: { hat: 'customer', room: '/problems', icon: 'problem', word: 'Problem' },
  account: { hat: 'customer', room: '/customers', icon: 'customers', word: 'Account' },
  contact: { hat: 'customer', room: '/customers/contacts', icon: 'customers', word: 'Contact' },
  metric: { hat: 'business', room: '/outcomes', icon: 'metric', word: 'Metric' },
  bet: { hat: 'business', room: '/bets', icon: 'bet', word: 'Bet' },
  verdict: { hat: 'business', room: '/verdicts', icon: 'verdict', word: 'Verdict' },
  spec: { hat: 'team', room: '/specs', icon: 'spec', word: 'Spec' },
  decision: { hat: 'team', room: '/decisions', icon: 'decision', word: 'Decision' },
  launch: { hat: 'team', room: '/launches', icon: 'launch', word: 'Launch' },
}

const isRecordKind = (kind: string): kind is RecordKind => kind in records

/** The page of one record inside the workspace: `recordPath('bet', 'BET-7')` is `/bets/BET-7`. */
export function recordPath(kind: string, keyOrId: string) {
  return isRecordKind(kind) ? `${records[kind].room}/${keyOrId}` : undefined
}

export const hatOf = (kind: string): HatName | undefined => (isRecordKind(kind) ? records[kind].hat : undefined)
