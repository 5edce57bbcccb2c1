import { join } from 'node:path'
import { expect, test } from 'vitest'
import { courseSchemas } from './course-schemas.ts'

const courses = join(import.meta.dirname, '../../../courses')

test.each(courseSchemas())('$file is published as it is read: after a change, run this test with -u', async ({ file, text }) => {
  await expect(text).toMatchFileSnapshot(join(courses, file))
})
