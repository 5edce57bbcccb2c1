/** As imports name them: `number_of_crews` reads as Number of crews. */
const traitLabel = (name: string) => name.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase())

/** What an import knew besides what has a field of its own, to be read. */
export function traitsToRead(traits: unknown) {
  return Object.entries((traits ?? {}) as Record<string, unknown>).map(([name, value]) => ({
    label: traitLabel(name),
    value: String(value),
  }))
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** `fr` reads as French. */
export const languageName = (language: string) => languages.of(language) ?? language
