import type { ArmSums } from '#domain/business/arm-sums.ts'
import type { EventSelection, MetricDefinition } from '#domain/business/metric.ts'

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
export type Properties = { [name: string]: Json }

/** Something a person did. `id` is the sender's message id: the same id counts once, however often it is sent. Without one every copy counts. */
export type NewEvent = {
  id?: string
  event: string
  distinctId: string
  at: Date
  properties?: Properties
  /** The import that brought it, so that the import can be undone. */
  importId?: string
}

/** What becomes known about a person. `set` overwrites, `setOnce` keeps what is there. */
export type Identification = {
  distinctId: string
  /** The id used before signing in. Its person becomes this one, unless it is already known as somebody else. */
  anonymousId?: string
  set?: Properties
  setOnce?: Properties
  /** False when properties merely came along with an event and nobody said who this is. True when left out. */
  known?: boolean
}

/** `alias` is another id of the person `distinctId`. `force` also joins two people who are both known already. */
export type Alias = { distinctId: string; alias: string; force?: boolean }

export type GroupTraits = { type: string; key: string; traits: Properties }

/** Something that came in and was not kept as an event. `sample` is what was sent, shortened. */
export type NewRejection = { reason: string; sample: string }

/** What one delivery holds. All of it becomes durable together. */
export type Delivery = {
  events?: NewEvent[]
  identifications?: Identification[]
  aliases?: Alias[]
  groups?: GroupTraits[]
  rejections?: NewRejection[]
}

/** `refused` names the events (by place in the array) that broke a limit; they are recorded as rejections. */
export type Receipt = { added: number; duplicates: number; refused: { index: number; reason: string }[] }

/** Half open: `from` counts, `to` does not. `asOf` is the data cut (now when left out): nothing later is looked at. */
export type Period = { from: Date; to: Date; asOf?: Date }

/** One bucket of a series. `value` is null when nobody can be counted yet; `people` is the denominator (or the actors of a sum or count). */
export type Point = {
  at: Date
  value: number | null
  people: number
  /** False while the bucket, or the window of somebody in it, is still running, and where the period cuts through the bucket. */
  complete: boolean
}

/** A week of starters; `returned[n]` is how many came back n weeks later (0 = the week itself), null where that week has not ended. */
export type Cohort = { at: Date; people: number; returned: (number | null)[] }

export type ExperimentQuestion = {
  metric: MetricDefinition
  /**
   * A person enters with the first such event in the period, under the value of its `variantProperty`. Without such a property everybody is in
   * one arm that bears the name of the control, and no exposures are told: what an experiment would have seen of people
   * nobody changed anything for.
   */
  exposure: Partial<EventSelection> & { variantProperty?: string; control: string; treatment?: string }
  period: Period
  /** Days after exposure over which a person's value is counted. For retention it is the metric's own day. */
  windowDays: number
  /** Days before exposure over which the same value is counted for CUPED. Left out: no `pre…` sums. */
  preDays?: number
  /** Values above this quantile of the non-zero values, pooled over arms, are cut to it (0.999, say). */
  winsorQuantile?: number
}

/**
 * Sufficient statistics of one arm, over people exposed to one variant only whose whole window had elapsed at the data cut.
 * The value is per exposed person: 0 or 1 (adoption, retention, conversion), a count (engagement) or an amount (revenue).
 */
export type ArmStatistics = ArmSums & { variant: string }

export type ExperimentArms = {
  arms: ArmStatistics[]
  /** Everybody exposed to one variant, by UTC day of first exposure, window elapsed or not: for the sample-ratio check. */
  exposures: { day: Date; variant: string; people: number }[]
  /** Saw more than one variant: in no arm. */
  severalVariants: number
  /** Exposed, window still running: in no arm yet. */
  waiting: number
  /** The value at which winsorising cut and how many people it touched, when it was asked for and there were non-zero values. */
  cap?: number
  capped?: number
}

export type StoredEvent = {
  /** 16 hexadecimal digits, made from the sender's message id. */
  id: string
  event: string
  distinctId: string
  person: string
  at: Date
  receivedAt: Date
  properties: Properties
  importId?: string
}

export type Person = { person: string; distinctIds: string[]; properties: Properties }

export type Rejections = {
  total: number
  reasons: { reason: string; count: number; lastAt: Date }[]
  /** The latest 1,000, newest first. */
  latest: { at: Date; reason: string; sample: string }[]
}

/** One line of a backup. `kind` tells what the rest is; only the warehouse reads it. */
export type BackupLine = { kind: 'event' | 'person' | 'identity' | 'group' | 'rejection' | 'rejectionCount'; [field: string]: Json }

/** Product events and what is asked of them. Every promise of a write resolves only when the write is on disk. */
export type Warehouse = {
  append(workspaceId: string, events: NewEvent[]): Promise<Receipt>
  identify(workspaceId: string, identification: Identification): Promise<void>
  alias(workspaceId: string, alias: Alias): Promise<void>
  group(workspaceId: string, group: GroupTraits): Promise<void>
  reject(workspaceId: string, rejections: NewRejection[]): Promise<void>
  /** All of the above in one durable step. */
  deliver(workspaceId: string, delivery: Delivery): Promise<Receipt>

  /** One point for every day, week or month that begins in the period or holds its start. */
  series(workspaceId: string, metric: MetricDefinition, period: Period): Promise<Point[]>
  /** The metric over the whole period as one bucket. */
  total(workspaceId: string, metric: MetricDefinition, period: Period): Promise<Point>
  /** Weekly cohorts of a retention metric's starters, `weeks` columns wide. */
  retentionTable(
    workspaceId: string,
    metric: Extract<MetricDefinition, { kind: 'retention' }>,
    period: Period,
    weeks: number,
  ): Promise<Cohort[]>
  experimentArms(workspaceId: string, question: ExperimentQuestion): Promise<ExperimentArms>
  /** People doing any of these events for the first time in the last `weeks` whole weeks, by the week they did, oldest first. */
  traffic(workspaceId: string, of: EventSelection, weeks: number, asOf?: Date): Promise<{ at: Date; people: number }[]>

  eventNames(workspaceId: string): Promise<{ event: string; count: number; lastAt: Date }[]>
  /** Property names met on the latest 10,000 events of that name, or on people when `event` is null. */
  propertyNames(workspaceId: string, event: string | null): Promise<string[]>
  /** The commonest values (at most 50) among the latest 10,000 events of that name, or people when `event` is null. */
  propertyValues(workspaceId: string, event: string | null, property: string): Promise<{ value: string; count: number }[]>
  recentEvents(workspaceId: string, limit: number): Promise<StoredEvent[]>
  /** Newest first, over every id of the person. */
  personEvents(workspaceId: string, distinctId: string, limit: number): Promise<StoredEvent[]>
  findPerson(workspaceId: string, distinctId: string): Promise<Person | undefined>
  rejections(workspaceId: string): Promise<Rejections>

  /** Everything a workspace has, in pages, ordered; `importEvents` takes the same lines back into an empty or half-filled workspace. */
  exportEvents(workspaceId: string): AsyncIterable<BackupLine[]>
  importEvents(
    workspaceId: string,
    pages: AsyncIterable<BackupLine[]> | Iterable<BackupLine[]>,
  ): Promise<{ added: number; duplicates: number }>
  /** Removes the events of one import; tells how many. */
  undoImport(workspaceId: string, importId: string): Promise<number>
  deleteWorkspace(workspaceId: string): Promise<void>

  checkpoint(): Promise<void>
  close(): Promise<void>
}

/** `memoryLimitMb` is DuckDB's own limit (512 when left out); beyond it queries spill to the folder. */
export type WarehouseOptions = { now?: () => Date; memoryLimitMb?: number; threads?: number }
