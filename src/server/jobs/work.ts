import { checkVerdicts } from '../business/verdicts/queries.ts'
import { runImport } from '../import/run-import.ts'
import { checkOpenPractices } from '../learn/practice/check-open-practices.ts'
import { sendStatements } from '../learn/statements/send-statements.ts'
import { forgetIdempotencyKeys } from '../request.ts'
import type { Services } from '../services.ts'
import type { JobWork } from './jobs.ts'

/** Which function does the work of a job. One line a job. */
export const jobWork = (services: Services): JobWork => ({
  'run-import': (facts) => runImport(services, facts),
  'check-verdicts': () => checkVerdicts(services),
  'forget-idempotency-keys': () => forgetIdempotencyKeys(services),
  'send-statements': () => sendStatements(services),
  'check-practice': (facts) => checkOpenPractices(services, facts),
})
