import { type ParseArgsConfig, parseArgs } from 'node:util'
import { NotAccepted } from '#domain/problems.ts'

export type Options = NonNullable<ParseArgsConfig['options']>

/** The options and words of a command; a mistake is told as a sentence. */
export function readArguments<const O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new NotAccepted(`${(error as Error).message.split('. ')[0]}. See tricorn help.`)
  }
}

/** One of a few words, or a sentence that names them. */
export function oneOf<const Word extends string>(what: string, words: readonly Word[], given: string | undefined): Word | undefined {
  if (given === undefined || words.includes(given as Word)) return given as Word | undefined
  throw new NotAccepted(`“${given}” is no ${what}. It is one of ${words.join(', ')}.`)
}
