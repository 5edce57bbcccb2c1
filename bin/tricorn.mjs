#!/usr/bin/env node
import { join } from 'node:path'
import { findNode, installPackages, root, run } from './prepare.mjs'

await installPackages()
const main = join(root, 'src', 'main.ts')
process.exitCode = await run(await findNode(), [main, ...process.argv.slice(2)], { cwd: process.cwd() })
