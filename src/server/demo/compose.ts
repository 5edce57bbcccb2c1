import { type FilledLine, fillLine, type Speaker } from './fill-text.ts'

export type Passage = { theme: string; from: number; to: number; hurt: number | null; stance: 'supports' | 'contradicts' }

/** A message in the making: remembers where the passages that matter end up. */
export type Message = ReturnType<typeof beginMessage>

export function beginMessage(speaker: Speaker) {
  let text = ''
  const passages: Passage[] = []

  /** Plain words of the frame. Nothing is added for an empty line. */
  function say(line: string, before = ' ') {
    const { text: words } = fillLine(line, speaker)
    if (words) text += (text && before) + words
  }

  /** The heart: a line of a theme, its passage marked. */
  function tell(line: string, theme: { name: string; stance: Passage['stance'] }, before = ' '): FilledLine {
    const filled = fillLine(line, speaker)
    text += text && before
    if (filled.passage)
      passages.push({
        theme: theme.name,
        stance: theme.stance,
        hurt: theme.stance === 'supports' ? filled.hurt : null,
        from: text.length + filled.passage.from,
        to: text.length + filled.passage.to,
      })
    text += filled.text
    return filled
  }

  return { say, tell, read: () => ({ text, passages }) }
}
