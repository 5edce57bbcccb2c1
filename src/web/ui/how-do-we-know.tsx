import type { ReactNode } from 'react'
import { countOf } from './format.ts'
import './how-do-we-know.css'
import { Section } from './page.tsx'
import { StrengthBar } from './strength-bar.tsx'

type HowDoWeKnowProps = {
  strength?: { level: number; word: string }
  sources: number
  /** Of those, how many nobody knows: they may be one person. */
  anonymous?: number
  /** Why the evidence is as strong as it is, in a sentence. */
  sentence?: ReactNode
  /** Quotes, strongest and newest first, contradiction included. */
  children: ReactNode
  /** Where all of it is. */
  all?: ReactNode
}

/** The rail of every record of the chain: the evidence, in the customers' words. */
export function HowDoWeKnow({ strength, sources, anonymous = 0, sentence, children, all }: HowDoWeKnowProps) {
  return (
    <Section
      label="How do we know?"
      more={anonymous > 0 ? `${countOf(sources, 'source')}, ${anonymous} anonymous` : countOf(sources, 'independent source')}
    >
      {strength && (
        <p className="how-strong">
          <StrengthBar {...strength} />
        </p>
      )}
      {sentence && <p className="how-sentence">{sentence}</p>}
      {children}
      {all && <p className="how-all">{all}</p>}
    </Section>
  )
}

/** Said where evidence should stand and none does. */
export function NoEvidence({ children }: { children: ReactNode }) {
  return <p className="no-evidence">{children}</p>
}
