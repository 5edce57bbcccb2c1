import { expect, test } from 'vitest'
import { z } from 'zod'
import { accept } from './input.ts'

test.each<[z.ZodType, unknown, string]>([
  [z.string(), undefined, 'This is missing.'],
  [z.string(), 7, 'This must be text.'],
  [z.number(), Number.POSITIVE_INFINITY, 'This must be a number.'],
  [z.coerce.number(), 'x', 'This must be a number.'],
  [z.number().int(), 9.5, 'This must be a whole number.'],
  [z.string().min(1), '', 'Write something here.'],
  [z.string().min(8), 'x', 'This needs at least 8 characters.'],
  [z.string().max(3), 'long', 'At most 3 characters fit here.'],
  [z.number().min(3), 1, 'This must be at least 3.'],
  [z.number().positive(), 0, 'This must be more than 0.'],
  [z.number().max(3), 9, 'This must be at most 3.'],
  [z.array(z.string()).min(1), [], 'Name at least one.'],
  [z.array(z.string()).max(1), ['a', 'b'], 'At most 1 fit here.'],
  [z.enum(['now', 'next']), 'then', 'This is one of now, next.'],
  [z.iso.date(), '2026-02-30', 'This is no date; write it like 2026-03-01.'],
  [z.uuid(), 'x', 'This is no id.'],
  [z.string().regex(/^a/), 'b', 'This has the wrong form.'],
  [z.union([z.string(), z.number()]), {}, 'This fits none of the forms that are taken here.'],
  [z.string().min(1, 'Give it a name.'), '', 'Give it a name.'],
])('%# is told in a sentence', (schema, value, sentence) => {
  expect(() => accept(z.object({ field: schema }), { field: value })).toThrow(`field: ${sentence}`)
})

test('an unknown field and an unknown kind are named', () => {
  expect(() => accept(z.strictObject({}), { q: 1 })).toThrow('There is no field called “q”.')
  const kinds = z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('b') })])
  expect(() => accept(kinds, { kind: 'c' })).toThrow('kind: This is one of a, b.')
})
