import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useApi } from '../../shell/session.tsx'
import { copyText } from '../../shell/settings/clipboard.ts'
import { Button } from '../../ui/button.tsx'
import { Hat } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { RoomPage } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { complain, say } from '../../ui/toast.ts'
import './certificates.css'
import { fullDay } from './full-day.ts'
import { type CertificateFacts, certificateQuery, fetchBadge, readCredential, type ShownWork } from './queries.ts'
import { certificateText as text } from './text.ts'

/** One page, fit to be printed, framed and shown. */
export function CertificatePage() {
  const { course: courseId } = useParams({ strict: false }) as { course: string }
  const facts = useSuspenseQuery(certificateQuery(useApi(), courseId)).data
  return (
    <RoomPage title={text.title(facts.course.title)} narrow>
      <article className="certificate-sheet" aria-label={text.certificate} lang={facts.course.language}>
        <Hat size={36} />
        <p className="certificate-kind">{text.certificate}</p>
        <p className="certificate-name">{facts.learner}</p>
        <p>{text.finished}</p>
        <h2 className="certificate-course">{facts.course.title}</h2>
        <p className="certificate-summary">{facts.course.summary}</p>
        <Shown shown={facts.shown} />
        <p className="certificate-foot">
          {facts.workspace} · {fullDay(facts.at)}
        </p>
      </article>
      {facts.updatedSince && <p className="soft">{text.updated}</p>}
      <TakeAway facts={facts} />
    </RoomPage>
  )
}

function Shown({ shown }: { shown: ShownWork[] }) {
  if (!shown.length) return <p>{text.onlyRead}</p>
  return (
    <section className="certificate-shown">
      <h3 className="label">{text.shown}</h3>
      <ul>
        {shown.map((work) => (
          <ShownLine key={`${work.kind} ${work.lessonId}`} work={work} />
        ))}
      </ul>
    </section>
  )
}

function ShownLine({ work }: { work: ShownWork }) {
  const { title, at, criteria } = work
  return (
    <li>
      <p className="certificate-work">
        <b>{title}</b>
        <span className="soft small">
          {howShown(work)} · {fullDay(at)}
        </span>
      </p>
      {criteria.length > 0 && <p className="soft small">{criteria.join(' · ')}</p>}
    </li>
  )
}

function howShown({ kind, score, by }: ShownWork) {
  if (kind === 'quiz') return text.quiz(score ?? 0)
  if (kind === 'review') return text.review(by ?? '')
  return kind === 'practice' ? text.practice : text.selfCheck
}

function TakeAway({ facts: { course } }: { facts: CertificateFacts }) {
  const api = useApi()
  const copy = async () => {
    await copyText(await readCredential(api, course.id))
    say({ text: text.copied })
  }
  return (
    <div className="no-print certificate-away">
      <div className="row">
        <Button kind="main" onClick={() => window.print()}>
          {text.print}
        </Button>
        <Button icon="download" onClick={() => void saveFile(fetchBadge(api, course.id), `${course.title}.svg`).catch(complain)}>
          {text.badge}
        </Button>
        <Button icon="copy" onClick={() => void copy().catch(complain)}>
          {text.copy}
        </Button>
        <Link to={`/learn/${course.id}`} className="text-link push">
          {text.toCourse}
        </Link>
      </div>
      <p className="soft">
        {text.takeAway}{' '}
        <a href="/verify" className="text-link">
          {location.host}/verify
        </a>
        .
      </p>
    </div>
  )
}
