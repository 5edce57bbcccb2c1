import { beginMessage, type Message, type Passage } from './compose.ts'
import type { Speaker } from './fill-text.ts'
import * as frames from './texts/frames.ts'
import type { ThemeTexts } from './texts/theme-texts.ts'

export type Voice = keyof ThemeTexts
export type Told = { name: string; stance: Passage['stance'] }

/** A line to say, and what it is about. A second one may follow where people mention two things. */
export type Matter = { line: string; about: Told; second?: { line: string; about: Told } | undefined }

type Writer = (message: Message, matter: Matter, speaker: Speaker) => void

const paragraph = '\n\n'

const writers: Record<Exclude<Voice, 'interview'>, Writer> = {
  terse(message, { line, about }, { chance }) {
    message.tell(line, about)
    message.say(chance.pick(frames.aftermath.terse))
    if (chance.is(0.25)) message.say('{meFirst}', '\n')
  },
  polite(message, { line, about, second }, { chance }) {
    const wide = chance.is(0.6)
    message.say(chance.pick(frames.openers.polite))
    message.say(chance.pick(frames.lead.polite), wide ? paragraph : '\n')
    message.tell(line, about, wide && chance.is(0.5) ? paragraph : '\n')
    message.say(chance.pick(frames.aftermath.polite), chance.is(0.7) ? ' ' : paragraph)
    if (second) message.tell(second.line, second.about, paragraph)
    message.say(chance.pick(frames.closers.polite), paragraph)
    message.say(chance.pick(frames.signatures), '\n')
  },
  technical(message, { line, about }, { chance }) {
    message.say(chance.pick(frames.openers.technical))
    message.say(chance.pick(frames.lead.technical), chance.is(0.5) ? '\n' : ' ')
    message.tell(line, about, chance.is(0.5) ? paragraph : ' ')
    message.say(chance.pick(frames.aftermath.technical), chance.is(0.5) ? '\n' : ' ')
    message.say(chance.pick(frames.closers.technical), paragraph)
    if (chance.is(0.6)) message.say('{me}', '\n')
  },
  sales(message, { line, about, second }, { chance }) {
    message.say(chance.pick(frames.salesHeads))
    message.tell(line, about, chance.is(0.5) ? '\n' : ' ')
    if (second) message.tell(second.line, second.about, '\n')
    message.say(chance.pick(frames.salesTails), chance.is(0.5) ? '\n' : ' ')
  },
  ticket(message, { line, about }, { chance }) {
    message.say(chance.pick(frames.ticketHeads))
    message.tell(line, about)
    if (!/Asks|Wants|Question|How-to/.test(line)) message.say(chance.pick(frames.steps), chance.is(0.5) ? '\n' : ' ')
    message.say(chance.pick(frames.aftermath.ticket))
  },
  review(message, { line, about, second }, { chance }) {
    message.say(chance.pick(frames.reviewTitles))
    message.tell(line, about, chance.is(0.5) ? '\n' : ' ')
    if (second) message.tell(second.line, second.about, chance.pick(['. ', '\n', '. also: ', ' and ']))
    message.say(chance.pick(frames.reviewTails), chance.pick(['. ', ', ', '\n', ' ']))
  },
  survey(message, { line, about, second }, { chance }) {
    message.tell(line, about)
    if (second) message.tell(second.line, second.about, chance.pick([', ', '\n', ' / ', '. ', ' + ', '\n- ']))
  },
  community(message, { line, about }, { chance }) {
    message.tell(line, about)
    message.say(chance.pick(frames.communityTails))
  },
  internal: (message, { line, about }) => void message.tell(line, about),
  german: (message, matter, speaker) => letterIn(frames.german, message, matter, speaker),
  french: (message, matter, speaker) => letterIn(frames.french, message, matter, speaker),
  spanish: (message, matter, speaker) => letterIn(frames.spanish, message, matter, speaker),
  against(message, { line, about }, { chance }) {
    if (chance.is(0.5)) message.say(chance.pick(frames.openers.polite))
    message.tell(line, about, chance.is(0.5) ? paragraph : '\n')
    if (chance.is(0.6)) message.say(chance.pick(frames.closers.polite), paragraph)
    if (chance.is(0.6)) message.say(chance.pick(frames.signatures), '\n')
  },
}

function letterIn({ openers, tails, closers }: typeof frames.german, message: Message, { line, about }: Matter, { chance }: Speaker) {
  message.say(chance.pick(openers))
  message.tell(line, about, '\n')
  message.say(chance.pick(tails))
  if (chance.is(0.75)) {
    message.say(chance.pick(closers), paragraph)
    message.say('{me}', '\n')
  }
}

export function write(voice: Exclude<Voice, 'interview'>, matter: Matter, speaker: Speaker) {
  const message = beginMessage(speaker)
  writers[voice](message, matter, speaker)
  return message.read()
}

/** A conversation: questions about the past, answers from several themes, small talk between them. */
export function writeInterview(matters: Matter[], speaker: Speaker) {
  const { chance } = speaker
  const message = beginMessage(speaker)
  const questions = chance.shuffled(frames.interviewQuestions)
  const smallTalk = chance.shuffled(frames.interviewSmallTalk)
  message.say(chance.pick(frames.interviewIntros))
  message.say(`Q: ${questions[0]}`, paragraph)
  message.say(`A: ${smallTalk[0]}`, '\n')
  matters.forEach(({ line, about }, place) => {
    message.say(`Q: ${questions[place + 1]}`, paragraph)
    message.say('A:', '\n')
    message.tell(line, about)
    if (chance.is(0.4)) message.say(smallTalk[place + 1]!)
  })
  message.say(`Q: ${chance.pick(frames.interviewEnds)}`, paragraph)
  message.say(`A: ${chance.pick(frames.interviewLastWords)}`, '\n')
  return message.read()
}
