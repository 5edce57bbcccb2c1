import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const domain = path.join(import.meta.dirname, '..')
const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !/\.(test|d)\.ts$/.test(file),
)
const documented = files.filter((file) => /^(statistics\/[\w-]+|business\/(priorities|score|value|formula)[\w-]*)\.ts$/.test(file))

/** Sentences as they are written in the code, with … for what is filled in. */
const written = (text: string) => text.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/\$\{[^{}]*\}/g, '…')
const textOf = (file: string) => readFileSync(path.join(domain, file), 'utf8')
const quotesIn = (said: string) => [...said.matchAll(/“((?:“[^“”]*”|[^“”])*)”/g)].map(([, quote]) => quote!)
const refusedIn = (code: string) => [...written(code).matchAll(/refuse\(\s*(['"`])([\s\S]*?)\1/g)].map(([, , sentence]) => sentence!)

const start = /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?^export (?:async )?(function|const) (\w+)/gm
const oneLine = /^.*\)(?:: (.*))? \{$/
const manyLines = /^\}?\)(?:: (.*))? \{$/m

function declaredIn(file: string) {
  const text = textOf(file)
  return [...text.matchAll(start)].map((match) => {
    const [whole, said = '', kind, name] = match as unknown as [string, string | undefined, string, string]
    const rest = text.slice(match.index + whole.length)
    const code = kind === 'function' ? rest.slice(0, rest.search(/^\}$/m)) : ''
    const returned = (oneLine.exec(code.split('\n')[0]!) ?? manyLines.exec(code))?.[1]
    const mayRefuse = returned ? /(?<!is )\bRefusal\b/.test(returned) : /\brefuse\(/.test(code)
    return { name: name!, at: `${file} ${name}`, said: said.replace(/\n \*/g, ''), mayRefuse, refused: refusedIn(code) }
  })
}

const declared = documented.flatMap(declaredIn)
// What makes any refusal has no sentence of its own.
const refusing = declared.filter(({ mayRefuse, name }) => mayRefuse && name !== 'refuse')

test('everything that is exported says what it is', () => {
  expect(declared.length).toBeGreaterThan(250)
  expect(declared.filter(({ said }) => said === '').map(({ at }) => at)).toEqual([])
})

test('what may refuse quotes its sentence, or names whom it refuses as', () => {
  expect(refusing.length).toBeGreaterThan(110)
  const silent = refusing.filter(({ said }) => quotesIn(said).length === 0 && !/[Rr]efuses as /.test(said))
  expect(silent.map(({ at }) => at)).toEqual([])
})

test('every sentence of a refusal is quoted where it is said', () => {
  const unquoted = declared.flatMap(({ at, said, refused }) =>
    refused.filter((one) => !quotesIn(said).includes(one)).map((one) => [at, one]),
  )
  const quoted = Map.groupBy(declared, ({ at }) => at.split(' ')[0]!)
  const unheard = documented.flatMap((file) => {
    const quotes = quoted.get(file)?.flatMap(({ said }) => quotesIn(said)) ?? []
    return refusedIn(textOf(file)).filter((sentence) => !quotes.includes(sentence))
  })
  expect([...unquoted, ...unheard]).toEqual([])
})

test('every quoted sentence is still said somewhere', () => {
  const all = files.map((file) => written(textOf(file))).join('\n')
  const quotes = declared.flatMap(({ at, said }) => quotesIn(said).map((quote) => ({ at, quote })))
  expect(quotes.length).toBeGreaterThan(200)
  const stale = quotes.filter(({ quote }) => !["'", '"', '`'].some((mark) => all.includes(mark + quote + mark)))
  expect(stale).toEqual([])
})

test('who refuses as another names one that may refuse', () => {
  const known = new Set(refusing.map(({ name }) => name))
  const named = refusing.flatMap(({ at, said }) => {
    const [, others = ''] = /[Rr]efuses as ((?:`\w+`(?:, | and )?)+)/.exec(said) ?? []
    return [...others.matchAll(/`(\w+)`/g)].map(([, other]) => ({ at, other: other! }))
  })
  expect(named.length).toBeGreaterThan(80)
  expect(named.filter(({ other }) => !known.has(other))).toEqual([])
})
