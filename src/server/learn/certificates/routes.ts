import { Hono } from 'hono'
import { z } from 'zod'
import { shownKinds } from '#domain/learn/badge.ts'
import { allow } from '../../allow.ts'
import { attachment } from '../../export/csv.ts'
import type { Env } from '../../scope.ts'
import { addressOf } from '../address.ts'
import { atHome } from '../other-workspace.ts'
import { findCourse } from '../shelf.ts'
import { findCertificate } from './certificate.ts'
import { bakeBadge, signCredential } from './credential.ts'

const ShownWork = z.object({
  lessonId: z.string(),
  title: z.string(),
  kind: z.enum(shownKinds).describe('`self-check`: nobody else was there to read it'),
  at: z.iso.datetime(),
  score: z.number().nullable().describe('Per cent of the questions, for a quiz'),
  by: z.string().nullable().describe('Who read what was handed in'),
  criteria: z.array(z.string()).describe('What the check of a practice, or who read it, found to be met'),
})
const CertificatePage = z.object({
  course: z.object({ id: z.string(), title: z.string(), summary: z.string(), language: z.string() }),
  learner: z.string(),
  workspace: z.string(),
  at: z.iso.datetime(),
  version: z.number().int().describe('The version of the course that was finished'),
  updatedSince: z.boolean().describe('Whether the course has asked for more since'),
  shown: z.array(ShownWork),
})
const Signed = z.object({
  jwt: z.string().describe('The credential as a signed JWT (VC-JWT, RS256)'),
  credential: z.record(z.string(), z.unknown()).describe('The same, readable: an Open Badges 3.0 OpenBadgeCredential'),
})

/** What somebody takes away from a course they finished. */
export const certificates = new Hono<Env>()
  .get(
    '/courses/:courseId/certificate',
    allow('viewer', { summary: 'My certificate of a finished course', answers: CertificatePage }),
    async (c) => c.json(await atHome(c.var.scope, (home) => findCertificate(home, findCourse(home.services, c.req.param('courseId'))))),
  )
  .get(
    '/courses/:courseId/certificate/credential',
    allow('viewer', { summary: 'My certificate as a signed Open Badges 3.0 credential', answers: Signed }),
    async (c) =>
      c.json(
        await atHome(c.var.scope, async (home) => {
          const course = findCourse(home.services, c.req.param('courseId'))
          const { jwt, credential } = await signCredential(home, course, addressOf(home.services, c))
          return { jwt, credential }
        }),
      ),
  )
  .get(
    '/courses/:courseId/certificate/badge.svg',
    allow('viewer', { summary: 'My certificate as a picture with the credential in it', media: 'image/svg+xml' }),
    async (c) => {
      const svg = await atHome(c.var.scope, (home) =>
        bakeBadge(home, findCourse(home.services, c.req.param('courseId')), addressOf(home.services, c)),
      )
      return c.body(svg, 200, attachment('badge.svg', 'image/svg+xml'))
    },
  )
