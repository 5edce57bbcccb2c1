import { text } from '../text.ts'

/** What is said beside the name of a workspace that is not a real one. */
export const kindWords: Record<string, string> = { demo: text.frame.demo, sandbox: text.frame.practice, practice: text.frame.practice }
