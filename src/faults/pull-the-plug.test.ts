import { expect, test } from 'vitest'
import { pullThePlug } from './pull-the-plug.ts'

test.skipIf(process.platform === 'win32')(
  'nothing acknowledged is lost or doubled when parts are killed, and the next start works',
  { timeout: 180_000 },
  async () => {
    const { complaints, acknowledged } = await pullThePlug({ times: 3, seed: 20_260_301, importPatienceMs: 0 })
    expect(complaints).toEqual([])
    expect(acknowledged).toBeGreaterThan(100)
  },
)
