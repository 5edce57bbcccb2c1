import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Author, NewFeedback } from '#domain/customer/feedback.ts'
import { decodeCursor, type PageQuery, pageOf } from '../../page.ts'
import { addRecord, findRecord } from '../../records/records.ts'
import type { Scope } from '../../scope.ts'

type AccountQuery = z.output<typeof PageQuery> & { q?: string | undefined }

function accountsIn({ db, workspaceId }: Scope) {
  return db.selectFrom('accounts').where('accounts.workspaceId', '=', workspaceId).where('accounts.archivedAt', 'is', null)
}

/** Accounts by revenue, with how much they said. */
export async function listAccounts(scope: Scope, { q, cursor, limit }: AccountQuery) {
  let accounts = accountsIn(scope)
    .select(['id', 'name', 'domain', 'plan', 'segment', 'size', 'revenue', 'customerSince', 'churnedAt', 'version'])
    .select(({ selectFrom }) => [
      selectFrom('feedback')
        .whereRef('feedback.workspaceId', '=', 'accounts.workspaceId')
        .whereRef('feedback.accountId', '=', 'accounts.id')
        .where('feedback.archivedAt', 'is', null)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .as('feedbackCount'),
    ])
    .orderBy(sql`coalesce(revenue, -1)`, 'desc')
    .orderBy('id')
    .limit(limit + 1)
  if (q) accounts = accounts.where('name', 'ilike', `%${escapeLike(q)}%`)
  if (cursor) {
    const [revenue, id] = decodeCursor(cursor, 2)
    accounts = accounts.where(
      sql<SqlBool>`(coalesce(revenue, -1) < ${revenue}::numeric or (coalesce(revenue, -1) = ${revenue}::numeric and id > ${id}::uuid))`,
    )
  }
  const rows = (await accounts.execute()).map((account) => ({ ...account, feedbackCount: Number(account.feedbackCount) }))
  return pageOf(rows, limit, ({ revenue, id }) => [String(revenue ?? -1), id])
}

/** Backslash, per cent and underscore mean themselves in a search. */
export const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

export async function findAccount(scope: Scope, id: string) {
  const account = await findRecord(scope, 'account', id)
  const [contacts, problems] = await Promise.all([listContacts(scope, { accountId: account.id }), problemsOf(scope, account.id)])
  return { ...account, contacts, problems }
}

export function listContacts({ db, workspaceId }: Scope, { accountId, q }: { accountId?: string | undefined; q?: string | undefined }) {
  let contacts = db
    .selectFrom('contacts')
    .leftJoin('accounts', (join) =>
      join.onRef('accounts.workspaceId', '=', 'contacts.workspaceId').onRef('accounts.id', '=', 'contacts.accountId'),
    )
    .where('contacts.workspaceId', '=', workspaceId)
    .where('contacts.archivedAt', 'is', null)
    .select([
      'contacts.id',
      'contacts.name',
      'contacts.email',
      'contacts.title',
      'contacts.accountId',
      'contacts.version',
      'accounts.name as accountName',
      'accounts.revenue',
    ])
    .orderBy('contacts.name')
    .limit(200)
  if (accountId) contacts = contacts.where('contacts.accountId', '=', accountId)
  if (q)
    contacts = contacts.where(({ or, eb }) =>
      or([
        eb('contacts.name', 'ilike', `%${escapeLike(q)}%`),
        eb('contacts.email', 'ilike', `%${escapeLike(q)}%`),
        eb('accounts.name', 'ilike', `%${escapeLike(q)}%`),
      ]),
    )
  return contacts.execute()
}

function problemsOf({ db, workspaceId }: Scope, accountId: string) {
  return db
    .selectFrom('insights')
    .innerJoin('feedback', (join) =>
      join.onRef('feedback.workspaceId', '=', 'insights.workspaceId').onRef('feedback.id', '=', 'insights.feedbackId'),
    )
    .innerJoin('problems', (join) =>
      join.onRef('problems.workspaceId', '=', 'insights.workspaceId').onRef('problems.id', '=', 'insights.problemId'),
    )
    .where('insights.workspaceId', '=', workspaceId)
    .where('insights.archivedAt', 'is', null)
    .where('problems.archivedAt', 'is', null)
    .where('feedback.accountId', '=', accountId)
    .groupBy(['problems.id', 'problems.key', 'problems.title'])
    .select(['problems.id', 'problems.key', 'problems.title'])
    .select(({ fn }) => [fn.countAll<number>().as('insights'), fn.max('insights.hurt').as('hurt')])
    .orderBy('insights', 'desc')
    .execute()
}

/** All the recurring revenue we know of: what "revenue at stake" is a share of. */
export async function totalRevenue(scope: Scope) {
  const { total } = await accountsIn(scope)
    .where('churnedAt', 'is', null)
    .select(({ fn }) => fn.sum<number | null>('revenue').as('total'))
    .executeTakeFirstOrThrow()
  return total ?? 0
}

type By = z.output<typeof Author>

/** Who said something: found by id, e-mail address or name, made where nobody of that name is known. */
export async function findOrAddAuthor(
  scope: Scope,
  by: By | z.output<typeof NewFeedback>['by'],
): Promise<{ contactId: string | null; accountId: string | null }> {
  if (!by) return { contactId: null, accountId: null }
  if (by.contactId) {
    const contact = await findRecord(scope, 'contact', by.contactId)
    return { contactId: contact.id, accountId: contact.accountId }
  }
  const accountId = await authorAccount(scope, by)
  if (!by.name && !by.email) return { contactId: null, accountId }
  const known = await knownContact(scope, by, accountId)
  if (known) return { contactId: known.id, accountId: known.accountId ?? accountId }
  const added = await addRecord(scope, 'contact', {
    name: by.name || by.email!,
    email: by.email ?? null,
    accountId,
    title: null,
    distinctId: null,
    sourceId: null,
  })
  return { contactId: added.id, accountId }
}

async function authorAccount(scope: Scope, by: By) {
  if (by.accountId) return (await findRecord(scope, 'account', by.accountId)).id
  if (!by.accountName) return null
  const known = await accountsIn(scope).select('id').where(sql<string>`lower(name)`, '=', by.accountName.toLowerCase()).executeTakeFirst()
  if (known) return known.id
  const blank = { domain: null, plan: null, segment: null, size: null, revenue: null, customerSince: null, churnedAt: null, sourceId: null }
  return (await addRecord(scope, 'account', { name: by.accountName, ...blank })).id
}

function knownContact({ db, workspaceId }: Scope, by: By, accountId: string | null) {
  const contacts = db
    .selectFrom('contacts')
    .select(['id', 'accountId'])
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
  if (by.email) return contacts.where('email', '=', by.email).executeTakeFirst()
  return contacts
    .where(sql<string>`lower(name)`, '=', by.name!.toLowerCase())
    .where('accountId', accountId ? '=' : 'is', accountId)
    .executeTakeFirst()
}
