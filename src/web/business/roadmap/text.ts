/** The words of the roadmap, in one place. */
export const roadmapText = {
  title: 'Roadmap',
  lead: 'Hypotheses, not promises. The further out, the less we know.',
  horizon: 'By horizon',
  quarter: 'By quarter',
  how: 'How the roadmap is cut',
  noQuarter: 'No quarter',
  changes: 'What changed',
  sinceDay: 'Since',
  since: (day: string) => `since ${day}`,
  launched: 'Out, not learned from yet',
  launchedNote: 'what came out, or when we will know',
  nothingChanged: 'Nothing on the roadmap has changed since then.',
  empty: 'Nothing here',
  none: 'The roadmap is empty',
  noneWhy:
    'Every bet that is not over stands here, in the order you want to take it up. Add the first bet and drag it to where it belongs.',
  lesson: 'The roadmap is a hypothesis',
  create: 'New bet',
  carrying: 'Moving. Arrows place it, m or esc lets go.',
  hint: 'Drag a card, or press [ and ] to change its column, ⇧↑ and ⇧↓ its place, m to carry it with the arrows.',
  notes: { now: 'being worked on', next: 'likely, but not begun', later: 'directions, no dates' },
} as const
