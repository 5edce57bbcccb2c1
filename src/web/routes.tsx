import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Refused } from '#client/api.ts'
import { Frame } from './shell/frame.tsx'
import { BrokenPage, NotFoundPage } from './shell/problem-pages.tsx'
import { queryClient, queryClientOf } from './shell/query-client.ts'
import { sessionQueries } from './shell/session.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: BrokenPage })

type Load<N extends string> = () => Promise<Record<N, ComponentType>>

/** A page in front of any workspace. */
const door = <N extends string>(path: string, load: Load<N>, name: N) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name) })

/** Where somebody belongs who opens the bare address: setting up, signing in, or the workspace they were in last. */
const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    const { needsOwner } = await queryClient.fetchQuery(sessionQueries.setup)
    if (needsOwner) throw redirect({ to: '/set-up' })
    const { rows } = await orSignIn(queryClient.fetchQuery(sessionQueries.workspaces), '/')
    const last = rows.find(({ slug }) => slug === localStorage.getItem('workspace')) ?? rows[0]
    if (!last) throw redirect({ to: '/welcome' })
    throw redirect({ to: '/w/$workspace', params: { workspace: last.slug } })
  },
})

async function orSignIn<T>(asked: Promise<T>, then: string): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Refused && error.status === 401) throw redirect({ to: '/sign-in', search: { then } as never })
    throw error
  }
}

const workspace = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspace',
  component: Frame,
  notFoundComponent: NotFoundPage,
  beforeLoad: async ({ params, location }) => {
    await orSignIn(queryClientOf(params.workspace).ensureQueryData(sessionQueries.me(params.workspace)), location.href)
    localStorage.setItem('workspace', params.workspace)
  },
})

/** A room of a workspace: `page('/bets/$key', () => import('./business/bets/bet-page.tsx'), 'BetPage')`. Each loads when it is first opened. */
const page = <N extends string>(path: string, load: Load<N>, name: N) =>
  createRoute({ getParentRoute: () => workspace, path, component: lazyRouteComponent(load, name) })

const doors = [
  start,
  door('/sign-in', () => import('./shell/sign-in-page.tsx'), 'SignInPage'),
  door('/set-up', () => import('./shell/set-up-page.tsx'), 'SetUpPage'),
  door('/join/$token', () => import('./shell/join-page.tsx'), 'JoinPage'),
  door('/forgot-password', () => import('./shell/password-pages.tsx'), 'ForgotPasswordPage'),
  door('/reset-password', () => import('./shell/password-pages.tsx'), 'ResetPasswordPage'),
  door('/verify', () => import('./learn/certificates/verify-page.tsx'), 'VerifyPage'),
  door('/welcome', () => import('./shell/welcome-page.tsx'), 'WelcomePage'),
]

// biome-ignore format: one line a page, sorted by hat
const pages = [
  page('/', () => import('./today/today-page.tsx'), 'TodayPage'),
  page('/inbox/{-$key}', () => import('./customer/inbox/inbox-page.tsx'), 'InboxPage'),
  page('/problems', () => import('./customer/problems/problems-page.tsx'), 'ProblemsPage'),
  page('/problems/$key', () => import('./customer/problems/problem-page.tsx'), 'ProblemPage'),
  page('/customers', () => import('./customer/customers/customers-page.tsx'), 'CustomersPage'),
  page('/customers/$id', () => import('./customer/customers/account-page.tsx'), 'AccountPage'),
  page('/customers/contacts/$id', () => import('./customer/customers/contact-page.tsx'), 'ContactPage'),
  page('/import', () => import('./import/import-page.tsx'), 'ImportPage'),
  page('/import/$id', () => import('./import/one-import-page.tsx'), 'OneImportPage'),
  page('/bets', () => import('./business/bets/bets-page.tsx'), 'BetsPage'),
  page('/bets/$key', () => import('./business/bets/bet-page.tsx'), 'BetPage'),
  page('/roadmap', () => import('./business/roadmap/roadmap-page.tsx'), 'RoadmapPage'),
  page('/outcomes', () => import('./business/outcomes/outcomes-page.tsx'), 'OutcomesPage'),
  page('/outcomes/events', () => import('./business/outcomes/events-page.tsx'), 'EventsPage'),
  page('/outcomes/$key', () => import('./business/outcomes/metric-page.tsx'), 'MetricPage'),
  page('/verdicts', () => import('./business/verdicts/verdicts-page.tsx'), 'VerdictsPage'),
  page('/verdicts/$key', () => import('./business/verdicts/verdict-page.tsx'), 'VerdictPage'),
  page('/learn', () => import('./learn/courses-page.tsx'), 'CoursesPage'),
  page('/learn/authors', () => import('./learn/authors/authors-page.tsx'), 'AuthorsPage'),
  page('/learn/authors/$course', () => import('./learn/authors/stalls-page.tsx'), 'StallsPage'),
  page('/learn/preview/$course', () => import('./learn/authors/preview-page.tsx'), 'PreviewPage'),
  page('/learn/preview/$course/$lesson', () => import('./learn/authors/preview-page.tsx'), 'PreviewPage'),
  page('/learn/reviews/$handIn', () => import('./learn/reviews/review-page.tsx'), 'ReviewPage'),
  page('/learn/$course/certificate', () => import('./learn/certificates/certificate-page.tsx'), 'CertificatePage'),
  page('/learn/$course', () => import('./learn/course-page.tsx'), 'CoursePage'),
  page('/learn/$course/test/$module', () => import('./learn/module-test-page.tsx'), 'ModuleTestPage'),
  page('/learn/$course/$lesson', () => import('./learn/lesson-page.tsx'), 'LessonPage'),
  page('/specs', () => import('./team/specs/specs-page.tsx'), 'SpecsPage'),
  page('/specs/$key', () => import('./team/specs/spec-page.tsx'), 'SpecPage'),
  page('/decisions', () => import('./team/decisions/decisions-page.tsx'), 'DecisionsPage'),
  page('/decisions/$key', () => import('./team/decisions/decision-page.tsx'), 'DecisionPage'),
  page('/launches', () => import('./team/launches/launches-page.tsx'), 'LaunchesPage'),
  page('/launches/$key', () => import('./team/launches/launch-page.tsx'), 'LaunchPage'),
  page('/settings', () => import('./shell/settings/settings-page.tsx'), 'SettingsPage'),
]

/** Plain text both ways: `?q=7&state=open`, without the quotes that JSON would need. */
const parseSearch = (search: string) => Object.fromEntries(new URLSearchParams(search))

function stringifySearch(search: Record<string, unknown>) {
  const known = Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const written = new URLSearchParams(known).toString()
  return written && `?${written}`
}

export const router = createRouter({
  parseSearch,
  stringifySearch,
  routeTree: root.addChildren([...doors, workspace.addChildren(pages)]),
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})
