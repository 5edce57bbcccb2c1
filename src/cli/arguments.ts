import { type ParseArgsConfig, parseArgs } from 'node:util'
import { NotAccepted } from '#domain/problems.ts'

/** The command line was written wrongly: nothing was tried, and the exit code is 2. */
export class Misused extends NotAccepted {}

export type Options = NonNullable<ParseArgsConfig['options']>

/** The options and words of a command; a mistake is told as a sentence. */
export function readArguments<const O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Misused(`${(error as Error).message.split('. ')[0]}. Add --help to see what there is.`)
  }
}

/** One of a few words, or a sentence that names them. */
export function oneOf<const Word extends string>(what: string, words: readonly Word[], given: string | undefined): Word | undefined {
  if (given === undefined || words.includes(given as Word)) return given as Word | undefined
  throw new Misused(`“${given}” is no ${what}. It is one of ${words.join(', ')}.`)
}

const wantsHelp = new Set(['--help', '-h'])

/** `--help` after any command, but not behind `--`, where words are words. */
export const asksForHelp = (args: string[]) =>
  args.slice(0, args.includes('--') ? args.indexOf('--') : undefined).some((word) => wantsHelp.has(word))
