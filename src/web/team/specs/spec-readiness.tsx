import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { ShareBar } from '../../ui/progress.tsx'
import { pathOfPlace } from '../parts/anchors.ts'
import type { SpecDetail } from './queries.ts'
import { specsText as text } from './text.ts'

type Readiness = SpecDetail['readiness']

/** What a team would still have to ask, each line leading to where it is mended. */
export function MissingList({ missing }: Pick<Readiness, 'missing'>) {
  return (
    <ul className="spec-missing">
      {missing.map(({ sentence, href }) => (
        <li key={sentence}>
          <Icon name="alert" size={14} />
          <Link to={pathOfPlace(href)} className="text-link">
            {sentence}
          </Link>
        </li>
      ))}
    </ul>
  )
}

export function SpecReadiness({ readiness: { ready, done, of, missing } }: { readiness: Readiness }) {
  return (
    <Section label={text.readiness} id="readiness" more={`${done} of ${of}`}>
      <div className="team">
        <ShareBar share={done / of} label={text.readiness} />
      </div>
      {ready ? (
        <p className="spec-lacks-nothing">
          <Icon name="check" size={14} /> {text.lacksNothing}
        </p>
      ) : (
        <MissingList missing={missing} />
      )}
    </Section>
  )
}
