import type { Kysely } from 'kysely'
import type { Origin, WorkspaceKind } from '#db/installation-tables.ts'
import type { Schema } from '#db/schema.ts'
import type { Member } from '#domain/member.ts'
import type { Services } from './services.ts'

/** Who is asking, for which workspace, through which transaction, at what time. Every query takes one. */
export type Scope = {
  db: Kysely<Schema>
  workspace: WorkspaceFacts
  workspaceId: string
  member: Member
  origin: Origin
  requestId: string
  /** The lines of the journal written in this scope, in order. */
  activities: string[]
  now: () => Date
  services: Services
}

export type WorkspaceFacts = { id: string; name: string; slug: string; kind: WorkspaceKind; currency: string }

declare const editable: unique symbol

/** A record the member was found to be allowed to change. Only the `editable…` finders make one. */
export type Editable<T> = T & { readonly [editable]: true }

export type Env = { Variables: { scope: Scope; requestId: string } }
