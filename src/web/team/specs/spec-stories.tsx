import { useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { type SpecDetail, type Story, useArchiveStory } from './queries.ts'
import { StoryDialog } from './story-dialog.tsx'
import { specsText as text } from './text.ts'

type SpecStoriesProps = { spec: SpecDetail; mayMake: boolean }

/** Who wants what, what for, and how anybody can tell that it is done. */
export function SpecStories({ spec: { key, stories }, mayMake }: SpecStoriesProps) {
  const [adding, setAdding] = useState(false)
  const add = mayMake && (
    <Button kind="quiet" size="small" icon="add" onClick={() => setAdding(true)}>
      {text.addStory}
    </Button>
  )
  return (
    <Section label={text.stories} id="stories" more={add}>
      {stories.length === 0 && <p className="faint">{text.noStory}</p>}
      {stories.map((story) => (
        <StoryCard key={story.id} story={story} specKey={key} mayMake={mayMake} />
      ))}
      {adding && <StoryDialog specKey={key} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function StoryCard({ story, specKey, mayMake }: { story: Story; specKey: string; mayMake: boolean }) {
  const [editing, setEditing] = useState(false)
  const archive = useArchiveStory(story)
  return (
    <article className="story" id={story.key} aria-label={story.key}>
      <header className="row">
        <span className="key">{story.key}</span>
        {mayMake && (
          <span className="push row">
            <IconButton icon="edit" label={`Edit ${story.key}`} onClick={() => setEditing(true)} />
            <IconButton icon="archive" label={`Archive ${story.key}`} onClick={() => archive.mutate()} />
          </span>
        )}
      </header>
      <p className="story-sentence">
        As a <b>{story.asA}</b> I want <b>{story.iWant}</b>
        {story.soThat ? (
          <>
            {' '}
            so that <b>{story.soThat}</b>.
          </>
        ) : (
          '.'
        )}
      </p>
      <Criteria criteria={story.criteria} />
      {editing && <StoryDialog specKey={specKey} story={story} onClose={() => setEditing(false)} />}
    </article>
  )
}

function Criteria({ criteria }: Pick<Story, 'criteria'>) {
  if (criteria.length === 0) return <p className="faint">{text.noCriteria}</p>
  return (
    <ol className="criteria" aria-label={text.criteria}>
      {criteria.map(({ given, when, then }) => (
        <li key={`${given} ${when} ${then}`}>
          <dl>
            {[
              [text.given, given],
              [text.when, when],
              [text.then, then],
            ]
              .filter(([, words]) => words)
              .map(([name, words]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{words}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}
