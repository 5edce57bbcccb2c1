import type { z } from 'zod'
import type { EventSelection, MetricDefinition, RetentionMetric } from '#domain/business/metric.ts'
import type {
  Alias,
  BackupLine,
  Cohort,
  ExperimentArms,
  ExperimentQuestion,
  GroupTraits,
  Identification,
  NewRejection,
  Period,
  Person,
  Point,
  Rejections,
  StoredEvent,
} from './events.ts'

/** Events by column: what crosses to the database process fastest. */
export type PackedEvents = {
  ids: string[]
  names: string[]
  distinctIds: string[]
  times: Float64Array
  properties: string[]
  importIds: (string | null)[] | null
  /** When each was received, where that was earlier than this delivery (a backup coming back). */
  received?: Float64Array
}

export type PackedDelivery = {
  receivedAt: number
  events: PackedEvents
  identifications: Identification[]
  aliases: Alias[]
  groups: GroupTraits[]
  rejections: NewRejection[]
}

export type Counts = { added: number; duplicates: number }
export type FixedPeriod = Required<Period>
export type BackupPage = { lines: BackupLine[]; done: boolean }

/** What the database process answers to. Everything in and out survives a structured clone. */
export type Calls = {
  deliver(workspaceId: string, delivery: PackedDelivery): Promise<Counts>
  series(workspaceId: string, metric: MetricDefinition, period: FixedPeriod): Promise<Point[]>
  total(workspaceId: string, metric: MetricDefinition, period: FixedPeriod): Promise<Point>
  arrivals(workspaceId: string, of: EventSelection, period: FixedPeriod): Promise<{ at: Date; people: number }[]>
  retentionTable(workspaceId: string, metric: z.infer<typeof RetentionMetric>, period: FixedPeriod, weeks: number): Promise<Cohort[]>
  experimentArms(workspaceId: string, question: ExperimentQuestion & { period: FixedPeriod }): Promise<ExperimentArms>
  eventNames(workspaceId: string): Promise<{ event: string; count: number; lastAt: Date }[]>
  propertyNames(workspaceId: string, event: string | null): Promise<string[]>
  propertyValues(workspaceId: string, event: string | null, property: string): Promise<{ value: string; count: number }[]>
  recentEvents(workspaceId: string, limit: number): Promise<StoredEvent[]>
  personEvents(workspaceId: string, distinctId: string, limit: number): Promise<StoredEvent[]>
  findPerson(workspaceId: string, distinctId: string): Promise<Person | undefined>
  rejections(workspaceId: string): Promise<Rejections>
  /** The next page of an export that the caller names; the first call begins it and fixes what it sees. */
  exportPage(workspaceId: string, exportId: string): Promise<BackupPage>
  endExport(exportId: string): Promise<void>
  importPage(workspaceId: string, lines: BackupLine[]): Promise<Counts>
  undoImport(workspaceId: string, importId: string): Promise<number>
  deleteWorkspace(workspaceId: string): Promise<void>
  checkpoint(): Promise<void>
  /** Nobody has asked anything for a while: empty the write-ahead log and give memory back. */
  rest(): Promise<void>
  close(): Promise<void>
}

export type CallName = keyof Calls
export type Request = { id: number; call: CallName; args: unknown[] }
export type Answer = { id: number; value?: unknown; error?: string }
export type Greeting = { ready: true } | { failed: string }
