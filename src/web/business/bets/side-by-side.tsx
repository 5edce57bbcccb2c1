import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormError } from '../../ui/field.tsx'
import { formatPercent } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { Facts } from '../../ui/page.tsx'
import { Probability } from '../../ui/probability.tsx'
import { betQueries, type ScoresAsked } from './queries.ts'
import { ScorePicture } from './score-picture.tsx'
import { betsText as text } from './text.ts'

type SideBySideProps = { keys: string; asked: ScoresAsked; onClose: () => void }

/** Chosen bets on one scale, and how often each comes before the other. */
export function SideBySide({ keys, asked, onClose }: SideBySideProps) {
  const { data, error } = useQuery({ ...betQueries.scores(useApi(), { ...asked, compare: keys }), retry: false })
  const chosen = data?.rows.filter(({ key }) => keys.split(',').includes(key)) ?? []
  const to = Math.max(...chosen.map(({ density }) => density.to))
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={text.sideBySide} wide>
      <FormError error={error} />
      {chosen.map((score) => (
        <section key={score.key} className="side-score" aria-label={score.key}>
          <p className="row">
            <Link to={`/bets/${score.key}`} className="clip">
              <span className="key">{score.key}</span> {score.title}
            </Link>
            <span className="push small faint">{text.noEffect(formatPercent(score.chanceNothing))}</span>
          </p>
          <ScorePicture score={score} to={to} />
        </section>
      ))}
      {data && chosen.length > 0 && (
        <div className="side-pairs">
          <Facts facts={data.pairs.map(({ a, b, chance }) => ({ label: text.comesFirst(a, b), value: <Probability value={chance} /> }))} />
        </div>
      )}
    </Dialog>
  )
}
