import type { Generated } from 'kysely'
import type { Day, JsonWithDefault, Keyed, RecordColumns } from './columns.ts'

type Traits = JsonWithDefault<Record<string, unknown>>

export type Channel = 'interview' | 'support' | 'sales' | 'survey' | 'review' | 'community' | 'in-product' | 'email' | 'internal'

export type CustomerTables = {
  accounts: RecordColumns & {
    name: string
    domain: string | null
    plan: string | null
    segment: string | null
    size: number | null
    revenue: number | null
    customerSince: Day | null
    churnedAt: Day | null
    traits: Traits
    sourceId: string | null
  }
  contacts: RecordColumns & {
    accountId: string | null
    name: string
    email: string | null
    title: string | null
    distinctId: string | null
    traits: Traits
    sourceId: string | null
  }
  feedback: Keyed & {
    text: string
    context: string | null
    channel: Channel
    contactId: string | null
    accountId: string | null
    saidAt: Date
    /** Nobody knows when it was said: `saidAt` is the day it came in. */
    undated: Generated<boolean>
    sourceSystem: string | null
    sourceId: string | null
    /** The row that it came from: answers of one row are one voice. */
    sourceRow: Generated<string | null>
    sourceUrl: string | null
    language: string | null
    traits: Traits
    state: Generated<'new' | 'processed' | 'spam'>
    processedAt: Date | null
    processedBy: string | null
    redactedAt: Date | null
    search: Generated<string>
  }
  insights: RecordColumns & {
    feedbackId: string
    problemId: string
    fromOffset: number
    toOffset: number
    passage: string
    stance: 'supports' | 'contradicts'
    hurt: number | null
    note: Generated<string>
  }
  problems: Keyed & {
    title: string
    who: Generated<string>
    tryingTo: Generated<string>
    obstacle: Generated<string>
    cost: Generated<string>
    parentId: string | null
    state: Generated<'emerging' | 'validated' | 'addressed' | 'solved' | 'parked'>
    stateReason: string | null
    search: Generated<string>
  }
  suggestionAnswers: {
    workspaceId: string
    feedbackId: string
    problemId: string
    position: number
    accepted: boolean
    memberId: string
    at: Date
  }
}
