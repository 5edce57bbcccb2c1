import { expect, test } from 'vitest'
import { readSettings, urlOf } from './settings.ts'

test('without any environment it serves this machine alone, from the folder data', () => {
  expect(readSettings({})).toMatchObject({ folder: 'data', host: '127.0.0.1', port: 4400, databaseUrl: undefined })
})

test.each(['0', '65536', '44.5', 'http', '-1'])('PORT=%s is refused in a sentence', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(`PORT must be a whole number from 1 to 65535, and it is "${PORT}".`)
})

test.each([
  [{ HOST: '0.0.0.0', PORT: '80' }, 'http://localhost:80'],
  [{ HOST: '::1', PORT: '4401' }, 'http://[::1]:4401'],
  [{}, 'http://127.0.0.1:4400'],
])('%j is opened in a browser at %s', (env, url) => {
  expect(urlOf(readSettings(env))).toBe(url)
})
