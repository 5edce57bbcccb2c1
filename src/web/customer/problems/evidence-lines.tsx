import { Section } from '../../ui/page.tsx'
import { ShareBar } from '../../ui/progress.tsx'
import { inReadersNumbers } from '../../ui/sentence-numbers.ts'
import { StrengthBar } from '../../ui/strength-bar.tsx'
import type { ProblemDetail } from './queries.ts'
import { problemsText as text } from './text.ts'

type EvidenceLinesProps = { strength: ProblemDetail['evidence']['strength']; isWhole: boolean }

/** What the strength is made of, a sentence for each part. Of a problem that is a whole, what its parts say counts too. */
export function EvidenceLines({ strength, isWhole }: EvidenceLinesProps) {
  return (
    <Section
      label={text.lines}
      more={<StrengthBar level={strength.bars} word={strength.level === 'none' ? 'no evidence' : strength.level} />}
    >
      <ul className="evidence-lines">
        {strength.lines.map(({ name, sentence, part }) => (
          <li key={name}>
            <span>{inReadersNumbers(sentence)}</span>
            {part !== null && <ShareBar share={part} label={name} />}
          </li>
        ))}
      </ul>
      {isWhole && <p className="faint small">{text.ofParts}</p>}
    </Section>
  )
}
