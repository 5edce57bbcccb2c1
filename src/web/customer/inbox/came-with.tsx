import { Facts, Section } from '../../ui/page.tsx'
import { languageName, traitsToRead } from '../traits.ts'
import type { Feedback } from './queries.ts'
import { inboxText as text } from './text.ts'

/** What the source knew besides the words: rating, language, whatever else a file held. */
export function CameWith({ feedback: { language, traits } }: { feedback: Feedback }) {
  const facts = traitsToRead(traits)
  if (!language && facts.length === 0) return null
  return (
    <Section label={text.cameWith}>
      <Facts facts={[...facts, language ? { label: text.language, value: languageName(language) } : null]} />
    </Section>
  )
}
