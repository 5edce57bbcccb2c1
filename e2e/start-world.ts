import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { goBack } from './clock.ts'

// A whole Tricorn on an empty data folder, which goes when the stories are over. A story that starts a world of its own brings its folder.
const brought = process.env.TRICORN_STORY_FOLDER
const folder = brought ?? mkdtempSync(join(tmpdir(), 'tricorn-stories-'))
if (!brought) process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
goBack(Number(process.env.TRICORN_STORY_DAYS_AGO ?? 0))
process.env.TRICORN_DATA = folder
process.argv.push('serve')
await import('../src/main.ts')
