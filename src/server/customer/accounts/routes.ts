import { Hono } from 'hono'
import { z } from 'zod'
import { AccountChanges, ContactChanges, NewAccount, NewContact } from '#domain/customer/account.ts'
import { allow } from '../../allow.ts'
import { json, query } from '../../input.ts'
import { PageQuery } from '../../page.ts'
import { addRecord, changeRecord, editableRecord, findRecord } from '../../records/records.ts'
import { versionOf } from '../../request.ts'
import type { Env } from '../../scope.ts'
import { findAccount, listAccounts, listContacts } from './queries.ts'

const Search = PageQuery.extend({ q: z.string().trim().max(200).optional() })
const ContactSearch = z.object({ q: z.string().trim().max(200).optional(), accountId: z.uuid().optional() })

const blankAccount = {
  domain: null,
  plan: null,
  segment: null,
  size: null,
  revenue: null,
  customerSince: null,
  churnedAt: null,
  sourceId: null,
}
const blankContact = { email: null, title: null, accountId: null, distinctId: null, sourceId: null }

export const accounts = new Hono<Env>()
  .get('/', allow('viewer', 'Accounts, by revenue'), query(Search), async (c) =>
    c.json(await listAccounts(c.var.scope, c.req.valid('query'))),
  )
  .post(
    '/',
    allow('contributor', { summary: 'Add an account', example: { name: 'Nordlys Heating', plan: 'Team', revenue: 7200 }, status: 201 }),
    json(NewAccount),
    async (c) => c.json(await addRecord(c.var.scope, 'account', { ...blankAccount, ...c.req.valid('json') }), 201),
  )
  .get('/:id', allow('viewer', 'One account, with its contacts and problems'), async (c) =>
    c.json(await findAccount(c.var.scope, c.req.param('id'))),
  )
  .patch('/:id', allow('contributor', { summary: 'Change an account', example: { plan: 'Business' } }), json(AccountChanges), async (c) => {
    const account = await editableRecord(c.var.scope, 'account', c.req.param('id'), { version: versionOf(c) })
    return c.json(await changeRecord(c.var.scope, { kind: 'account', record: account }, c.req.valid('json')))
  })

export const contacts = new Hono<Env>()
  .get('/', allow('viewer', 'Contacts, by name'), query(ContactSearch), async (c) =>
    c.json({ rows: await listContacts(c.var.scope, c.req.valid('query')) }),
  )
  .post(
    '/',
    allow('contributor', { summary: 'Add a contact', example: { name: 'Marit Dahl', email: 'marit@example.com' }, status: 201 }),
    json(NewContact),
    async (c) => c.json(await addRecord(c.var.scope, 'contact', { ...blankContact, ...c.req.valid('json') }), 201),
  )
  .get('/:id', allow('viewer', 'One contact'), async (c) => c.json(await findRecord(c.var.scope, 'contact', c.req.param('id'))))
  .patch(
    '/:id',
    allow('contributor', { summary: 'Change a contact', example: { title: 'Office manager' } }),
    json(ContactChanges),
    async (c) => {
      const contact = await editableRecord(c.var.scope, 'contact', c.req.param('id'), { version: versionOf(c) })
      return c.json(await changeRecord(c.var.scope, { kind: 'contact', record: contact }, c.req.valid('json')))
    },
  )
