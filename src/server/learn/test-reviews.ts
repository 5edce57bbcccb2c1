import { type Api, read } from '#client/api.ts'
import type { Person } from '#test/world.ts'
import { reviewedCourse, reviewedLesson } from './course-for-tests.ts'

export type Asker = Pick<Person, 'api'>
type Given = { text?: string; record?: string | null; ticked?: string[]; askedId?: string | null }
type Answer = { answers?: Record<string, boolean>; passed?: boolean } & Partial<typeof fourLines>

export const reviewed = { courseId: reviewedCourse, lessonId: reviewedLesson }
export const fourLines = { works: 'The key.', missing: 'Who paid.', question: 'Why now?', nextStep: 'Ask Omar.' }

export const lessonApi = (api: Api) => api.courses[':courseId'].lessons[':lessonId']
export const lesson = ({ api }: Asker) => read(lessonApi(api).$get({ param: reviewed }))
export const review = async (who: Asker) => (await lesson(who)).review!
export const course = ({ api }: Asker) => read(api.courses[':courseId'].$get({ param: reviewed }))
export const certificate = ({ api }: Asker) => read(api.courses[':courseId'].certificate.$get({ param: reviewed }))
/** The lesson before the one that is read. */
export const begin = ({ api }: Asker) =>
  read(lessonApi(api).reading.$put({ param: { ...reviewed, lessonId: '01M85VFYGHH18RD002HNFK2B01' }, json: {} }))

export const handIn = ({ api }: Asker, given: Given = {}) =>
  lessonApi(api)['hand-ins'].$post({ param: reviewed, json: { text: 'I left one hat.', ...given } })
export const waiting = async ({ api }: Asker) => (await read(api.learning.reviews.$get())).rows
export const open = ({ api }: Asker, handInId: string) => api.learning.reviews[':handInId'].$get({ param: { handInId } })
export const answer = ({ api }: Asker, handInId: string, given: Answer = {}) =>
  api.learning.reviews[':handInId'].answer.$put({
    param: { handInId },
    json: { answers: { shown: true, small: false }, passed: false, ...fourLines, ...given },
  })
