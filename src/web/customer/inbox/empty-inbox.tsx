import { Button } from '../../ui/button.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { Link } from '../../ui/link.tsx'
import { inboxText as text } from './text.ts'

/** Everything is read, or nothing has come yet. */
export function EmptyInbox() {
  return (
    <div className="room-page">
      <EmptyRoom
        page
        icon="inbox"
        title={text.empty}
        why={text.emptyWhy}
        action={
          <>
            <Link to="/import" className="button main">
              {text.begin}
            </Link>
            <Link to="/inbox?state=processed" className="button">
              What was read
            </Link>
          </>
        }
        lesson={{ href: '/learn/three-hats/03-two-customers-two-voices', title: text.lesson }}
      />
    </div>
  )
}

export function NothingFits({ onShowAll }: { onShowAll: () => void }) {
  return (
    <div className="inbox-none">
      <p className="strong">{text.noMatch}</p>
      <p className="soft">{text.noMatchWhy}</p>
      <Button onClick={onShowAll}>{text.showAll}</Button>
    </div>
  )
}
