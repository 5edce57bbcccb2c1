import { type Course, findLesson, type Lesson } from './course.ts'
import { passMarkOf } from './pass-mark.ts'
import { type Fact, progressOf } from './progress.ts'

/** Who learned, where, and how a statement gets an id that is the same whenever it is made. */
export type Learner = { memberId: string; name: string; home: string; idOf: (key: string) => string }

const VERB = 'http://adlnet.gov/expapi/verbs/'
const ACTIVITY = 'http://adlnet.gov/expapi/activities/'
const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress'

type Verb = 'initialized' | 'completed' | 'passed' | 'progressed'
type Activity = { path: string; type: 'course' | 'lesson'; title: string; language: string }
type Result = {
  completion?: boolean
  success?: boolean
  score?: { scaled: number; raw: number; min: 0; max: 100 }
  extensions?: Record<string, number>
}
type Said = { key: string; verb: Verb; about: Activity; at: Date; result?: Result }

export type Statement = ReturnType<typeof write>

/** What a learner did in a course, as xAPI 1.0.3 statements in the order it happened. The same facts give the same statements. */
export function statementsOf(course: Course, { enrolledAt, facts }: { enrolledAt: Date; facts: readonly Fact[] }, learner: Learner) {
  const begun: Said = { key: `${course.id}:initialized`, verb: 'initialized', about: courseActivity(course), at: enrolledAt }
  const said = [begun, ...facts.flatMap((fact) => sayFact(course, fact, facts))]
  return [...new Map(said.map((one) => [one.key, one])).values()]
    .sort((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b))
    .map((one) => write(one, course, learner))
}

/** At the same moment what leads to something stands before what follows from it. */
function rank({ verb, about }: Said) {
  if (verb === 'completed' && about.type === 'course') return 4
  return { initialized: 0, passed: 1, completed: 2, progressed: 3 }[verb]
}

function sayFact(course: Course, fact: Fact, facts: readonly Fact[]): Said[] {
  if (fact.kind === 'course')
    return [{ key: `${course.id}:completed`, verb: 'completed', about: courseActivity(course), at: fact.at, result: { completion: true } }]
  const lesson = 'lessonId' in fact && findLesson(course, fact.lessonId)?.lesson
  if (!lesson) return []
  if (fact.kind === 'lesson') return sayDone(course, lesson, { at: fact.at, facts })
  if (fact.kind === 'practice' || fact.kind === 'review') return [sayPassed(course, lesson, { ...fact, result: { success: true } })]
  return fact.kind === 'quiz' && fact === firstPass(lesson, facts)
    ? [sayPassed(course, lesson, { ...fact, result: scoreOf(fact.score) })]
    : []
}

/** A lesson done moves the course on: how far is said as of then. */
function sayDone(course: Course, lesson: Lesson, { at, facts }: { at: Date; facts: readonly Fact[] }): Said[] {
  const { percent } = progressOf(course, { facts: facts.filter((fact) => fact.at <= at) })
  return [
    {
      key: `${course.id}:${lesson.id}:completed`,
      verb: 'completed',
      about: lessonActivity(course, lesson),
      at,
      result: { completion: true },
    },
    {
      key: `${course.id}:${lesson.id}:progressed`,
      verb: 'progressed',
      about: courseActivity(course),
      at,
      result: { extensions: { [PROGRESS]: percent } },
    },
  ]
}

const sayPassed = (course: Course, lesson: Lesson, { kind, at, result }: { kind: Fact['kind']; at: Date; result: Result }): Said => ({
  key: `${course.id}:${lesson.id}:passed:${kind}`,
  verb: 'passed',
  about: lessonActivity(course, lesson),
  at,
  result,
})

function firstPass(lesson: Lesson, facts: readonly Fact[]) {
  return facts.find((fact) => fact.kind === 'quiz' && fact.lessonId === lesson.id && fact.score >= passMarkOf(lesson))
}

const scoreOf = (score: number): Result => ({ success: true, score: { scaled: score / 100, raw: score, min: 0, max: 100 } })

const courseActivity = ({ id, title, language }: Course): Activity => ({ path: id, type: 'course', title, language })
const lessonActivity = (course: Course, { id, title }: Lesson): Activity => ({
  path: `${course.id}/lessons/${id}`,
  type: 'lesson',
  title,
  language: course.language,
})

function write({ key, verb, about, at, result }: Said, course: Course, { memberId, name, home, idOf }: Learner) {
  const own = (part: string) => idOf(`${memberId}:${part}`)
  const parent = about.type === 'lesson' ? { contextActivities: { parent: [activityOf(courseActivity(course), home)] } } : {}
  return {
    id: own(key),
    actor: { objectType: 'Agent' as const, name, account: { homePage: home, name: memberId } },
    verb: { id: `${VERB}${verb}`, display: { en: verb } },
    object: activityOf(about, home),
    ...(result && { result }),
    context: { registration: own(course.id), platform: 'Tricorn', language: course.language, ...parent },
    timestamp: at.toISOString(),
  }
}

function activityOf({ path, type, title, language }: Activity, home: string) {
  return {
    objectType: 'Activity' as const,
    id: `${home}/api/v1/courses/${path}`,
    definition: { type: `${ACTIVITY}${type}`, name: { [language]: title } },
  }
}
