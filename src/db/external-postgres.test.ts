import { expect, test } from 'vitest'
import { refuseOld } from './external-postgres.ts'

test('PostgreSQL 15 is the oldest that will do', () => {
  expect(() => refuseOld('15.20 (Debian 15.20-0+deb12u1)')).not.toThrow()
  expect(() => refuseOld('18.4')).not.toThrow()
  expect(() => refuseOld('14.22')).toThrow('Tricorn needs PostgreSQL 15 or later, and the one at DATABASE_URL is 14.22.')
  expect(() => refuseOld('9.6.24')).toThrow('9.6.24')
})
