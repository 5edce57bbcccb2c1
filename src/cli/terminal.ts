import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import type { Terminal } from './connection.ts'

/** The terminal this process was started from. */
export function thisTerminal(): Terminal {
  // Whoever reads the output may have seen enough, as `head` does.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))
  return {
    environment: process.env,
    fetch,
    print: (result) => console.log(result),
    tell: (line) => console.error(line),
    ask: async (question) => (process.stdin.isTTY ? confirm(question) : false),
    readInput: () => text(process.stdin),
  }
}

async function confirm(question: string) {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const reply = await lines.question(`${question} [y/N] `)
  lines.close()
  return /^y(es)?$/i.test(reply.trim())
}
