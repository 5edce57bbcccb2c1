import { z } from 'zod'

const short = z.string().trim().max(200)
const optional = <T extends z.ZodType>(schema: T) => schema.nullable().optional()
const day = z.iso.date('A day is written like 2026-03-01.')

export const Traits = z
  .record(z.string().max(100), z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]))
  .refine((traits) => Object.keys(traits).length <= 200, 'At most 200 traits.')

export const NewAccount = z.object({
  name: short.min(1, 'Give the account a name.'),
  domain: optional(short),
  plan: optional(short),
  segment: optional(short),
  size: optional(z.number().int().min(0).max(10_000_000)),
  revenue: optional(z.number().min(0, 'Revenue cannot be negative.').max(1e11)),
  customerSince: optional(day),
  churnedAt: optional(day),
  traits: Traits.optional(),
  sourceId: optional(short),
})
export const AccountChanges = NewAccount.partial()

export const NewContact = z.object({
  name: short.min(1, 'Give the contact a name.'),
  email: optional(z.email('This is not an e-mail address.').max(200)),
  title: optional(short),
  accountId: optional(z.uuid()),
  distinctId: optional(short),
  traits: Traits.optional(),
  sourceId: optional(short),
})
export const ContactChanges = NewContact.partial()
