import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Feedback that holds every word asked for; the last one may be unfinished. Quoted words must stand together. */
export function searchCondition(asked: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`feedback.search @@ to_tsquery('simple', ${tsQuery(asked)})`
}

/** `"on the way" cancel` → `on <-> the <-> way & cancel:*`; nothing that a person types can break it. */
export function tsQuery(asked: string) {
  const parts = asked.match(/"[^"]+"|\S+/g) ?? []
  const terms = parts.flatMap((part) => (part.startsWith('"') ? [lexemes(part).join(' <-> ')] : lexemes(part))).filter(Boolean)
  if (terms.length === 0) return ''
  const open = parts.at(-1)!.endsWith('"') ? '' : ':*'
  return `${terms.join(' & ')}${open}`
}

/** Letters and digits as they are typed (the index keeps accents), everything else separates. */
function lexemes(text: string) {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `'${word}'`)
}
