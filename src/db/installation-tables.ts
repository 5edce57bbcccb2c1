import type { Generated } from 'kysely'
import type { Kind } from '#domain/keys.ts'
import type { Role } from '#domain/member.ts'
import type { SavedList, ViewState } from '#domain/view-parts.ts'
import type { Json, JsonWithDefault, RecordColumns } from './columns.ts'

export type Origin = 'web' | 'api' | 'import' | 'system'

type User = {
  id: string
  name: string
  email: string
  emailVerified: Generated<boolean>
  image: string | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
}

type Session = {
  id: string
  expiresAt: Date
  token: string
  ipAddress: string | null
  userAgent: string | null
  userId: string
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
}

export type WorkspaceKind = 'real' | 'demo' | 'sandbox'
export type Workspace = {
  id: string
  name: string
  slug: string
  kind: Generated<WorkspaceKind>
  currency: Generated<string>
  sandboxOf: string | null
  createdAt: Generated<Date>
}

export type MemberRow = {
  workspaceId: string
  id: string
  userId: string | null
  name: string
  email: string | null
  role: Role
  createdAt: Generated<Date>
  removedAt: Date | null
}

type Invitation = {
  workspaceId: string
  id: string
  tokenHash: string
  role: Role
  note: Generated<string>
  createdBy: string
  createdAt: Date
  expiresAt: Date
  acceptedAt: Date | null
  acceptedBy: string | null
  revokedAt: Date | null
}

type ApiKey = {
  workspaceId: string
  id: string
  memberId: string
  name: string
  prefix: string
  hash: string
  createdAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

type CaptureKey = { workspaceId: string; id: string; name: string; key: string; createdBy: string; createdAt: Date; revokedAt: Date | null }

/** One thing that happened. `changes` says, field by field, what was before and what is after. */
export type ActivityRow = {
  workspaceId: string
  id: Generated<string>
  transactionId: Generated<string>
  at: Date
  memberId: string | null
  origin: Origin
  what: string
  aboutKind: Kind
  aboutId: string
  aboutKey: string | null
  aboutTitle: Generated<string>
  changes: JsonWithDefault<Changes>
  why: string | null
  undoes: string | null
  importId: string | null
  requestId: string | null
}
export type Changes = Record<string, { before: unknown; after: unknown }>

type Comment = {
  workspaceId: string
  id: string
  aboutKind: Kind
  aboutId: string
  aboutKey: string | null
  text: string
  createdBy: string
  createdAt: Date
  updatedAt: Date
  version: Generated<number>
  archivedAt: Date | null
}

type Mention = { workspaceId: string; commentId: string; memberId: string; createdAt: Date; seenAt: Date | null }

type SavedView = RecordColumns & { list: SavedList; name: string; state: Json<ViewState>; shared: boolean }

type IdempotencyKey = {
  workspaceId: string
  memberId: string
  key: string
  requestHash: string
  status: number | null
  answer: Json<unknown>
  createdAt: Date
}

export type ImportState = 'preview' | 'running' | 'finished' | 'failed' | 'undone'
type Import = {
  workspaceId: string
  id: string
  kind: string
  fileName: string
  state: Generated<ImportState>
  layout: JsonWithDefault<unknown>
  mapping: JsonWithDefault<unknown>
  total: Generated<number>
  done: Generated<number>
  imported: Generated<number>
  rejected: Generated<number>
  alreadyThere: Generated<number>
  /** Pieces of feedback that it made without a date of their own. */
  undated: Generated<number>
  /** Of the rejected rows, those in which nobody said anything. */
  silent: Generated<number>
  problem: string | null
  createdBy: string
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  undoneAt: Date | null
  undoneBy: Generated<string | null>
  /** What became of the records when it was undone. */
  undone: JsonWithDefault<unknown>
  /** When the latest run began, and how many rows earlier runs had done: after a crash the pace is that of this run alone. */
  runStartedAt: Generated<Date | null>
  doneBefore: Generated<number>
}

type ImportRejection = { workspaceId: string; importId: string; line: number; reason: string; cells: Json<unknown> }

export type InstallationTables = {
  users: User
  sessions: Session
  workspaces: Workspace
  members: MemberRow
  invitations: Invitation
  apiKeys: ApiKey
  captureKeys: CaptureKey
  counters: { workspaceId: string; kind: string; last: Generated<string> }
  activities: ActivityRow
  comments: Comment
  mentions: Mention
  savedViews: SavedView
  idempotencyKeys: IdempotencyKey
  imports: Import
  importRejections: ImportRejection
}
