import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// A whole Tricorn on an empty data folder, which goes when the stories are over.
const folder = mkdtempSync(join(tmpdir(), 'tricorn-stories-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
process.env.TRICORN_DATA = folder
process.argv.push('serve')
await import('../src/main.ts')
