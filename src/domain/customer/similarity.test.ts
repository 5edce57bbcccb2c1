import { describe, expect, test } from 'vitest'
import { NoteReader } from './note-reader.ts'
import { rankBySimilarity, suggestProblems } from './similarity.ts'

const note = (id: string, text: string, language: string | null = null) => ({ id, text, language })
const asked = (text: string, language: string | null = null) => note('asked', text, language)

const complaints = [
  note('export', 'Exporting invoices to Excel takes ten minutes and then fails'),
  note('offline', 'The offline mode loses my jobs when I come back online'),
  note('price', 'Too expensive for a crew of three people'),
  note('dispatch', 'Dragging a job to another day in the calendar does not save'),
]

describe('Similar notes', () => {
  test.each([
    ['the invoice export to Excel fails again', 'export'],
    ['when I am offline my jobs are lost', 'offline'],
    ['expensive, we are only three people', 'price'],
    ['exprting invoces', 'export'],
  ])('“%s” is most like %s', (text, id) => {
    expect(rankBySimilarity(asked(text), complaints)[0]!.id).toBe(id)
  })

  test('say which words they share, the rarest first, as the asked text spells them', () => {
    const [first] = rankBySimilarity(asked('Please make invoices export to Excel faster'), complaints)
    expect(first!.shared).toEqual(expect.arrayContaining(['invoices', 'export', 'excel']))
  })

  test.each([
    ['could you please say what that should be like for us?', 'and what would they do there with that?', null],
    ['Ich habe das schon einmal gefragt, aber nichts bekommen', 'Aber das habe ich nicht, und schon gar nicht einmal', null],
    ['Je ne sais pas pourquoi cela est comme ça avec vous', 'Mais pourquoi est-ce comme cela avec nous ?', null],
    ['what about that', 'that and about', 'en'],
  ])('words that every sentence has are no likeness: “%s”', (text, other, language) => {
    const [first] = rankBySimilarity(asked(text, language), [note('other', other, language), ...complaints])
    expect(first?.shared ?? []).toEqual([])
  })

  test.each([
    ['Depuis la dernière mise à jour, la batterie ne tient plus', 'Depuis la dernière mise à jour la montre ne se synchronise plus'],
    ['Batterie leer seit dem letzten Update der App', 'Seit dem letzten Update stürzt die App ab'],
    ['the latest version of this application drains my battery', 'Since the new app version the map stays white'],
    ['impossible à installer', 'Impossible de saisir le poids'],
  ])('what is said of every product is no likeness: “%s”', (text, other) => {
    const [first] = rankBySimilarity(asked(text), [note('other', other), ...complaints])
    expect(first?.shared ?? []).toEqual([])
  })

  test.each([
    ['le mode jour est trop clair', 'jour'],
    ['la mise de la caution échoue', 'mise'],
  ])('half of “mise à jour” tells something: “%s”', (text, word) => {
    const [first] = rankBySimilarity(asked(text, 'fr'), [note('other', `${word} et rien`, 'fr'), ...complaints])
    expect(first!.shared).toEqual([word])
  })

  test.each([[complaints], [complaints.slice(0, 1)], [complaints.slice(0, 2)]])(
    'a text is wholly like itself, and nothing is more than that (%#)',
    (notes) => {
      for (const { text } of notes) {
        const ranked = rankBySimilarity(asked(text), notes)
        expect(ranked[0]!.likeness).toBeCloseTo(1, 12)
        for (const { likeness } of ranked.slice(1)) expect(likeness).toBeLessThan(0.9)
      }
    },
  )

  test('what every tenth of many notes says is no reason', () => {
    const many = Array.from({ length: 40 }, (_, place) =>
      note(`${place}`, `Hello, ${place % 2 ? 'invoice' : 'calendar'} ${String(place).repeat(4)}`),
    )
    const [first] = rankBySimilarity(asked('Hello, offline jobs'), [...many, ...complaints])
    expect(first).toMatchObject({ id: 'offline', shared: ['offline', 'jobs'] })
    expect(rankBySimilarity(asked('Hello'), many).every(({ shared }) => shared.length === 0)).toBe(true)
  })

  test('stems of a language that nobody stated are found as if it had been', () => {
    const texts = [note('sync', 'Les synchronisations échouent chaque matin depuis la mise à jour'), ...complaints]
    const text = 'La synchronisation échoue sur mon téléphone'
    expect(rankBySimilarity(asked(text), texts)).toEqual(rankBySimilarity(asked(text, 'fr'), texts))
    expect(rankBySimilarity(asked(text), texts)[0]).toMatchObject({ id: 'sync', shared: ['synchronisation'] })
  })

  test.each(['', '😀😀', '\u0000', 'a b c'])('a text without words (%j) is like nothing', (text) => {
    expect(rankBySimilarity(asked(text), complaints)).toEqual([])
  })

  test('a reader that has read the notes before, or forgotten them, changes nothing', () => {
    const texts = ['offline jobs are lost', 'the Excel export fails', 'too expensive']
    const reader = new NoteReader(2)
    for (const text of texts) expect(rankBySimilarity(asked(text), complaints, reader)).toEqual(rankBySimilarity(asked(text), complaints))
  })
})

const problems = [
  {
    id: 'export',
    notes: [complaints[0]!, note('a', 'Export of invoices to a spreadsheet is slow'), note('b', 'invoice export timed out in Excel')],
  },
  { id: 'offline', notes: [complaints[1]!, note('c', 'Lost my work offline in a basement')] },
  { id: 'dispatch', notes: [complaints[3]!] },
]

describe('Suggested problems', () => {
  test('the problem whose notes are most alike comes first, with its closest note and the words', () => {
    const [first] = suggestProblems(asked('Our invoices export to Excel is so slow'), problems)
    expect(first).toMatchObject({ id: 'export', certain: true })
    expect(first!.shared).toEqual(expect.arrayContaining(['invoices', 'export']))
  })

  test('with two problems, the one that holds the very words comes first', () => {
    const two = [
      { id: 'near', notes: [note('n', 'calendar invoice export')] },
      { id: 'same', notes: [note('s', 'invoice export fails')] },
    ]
    expect(suggestProblems(asked('invoice export fails'), two)[0]).toMatchObject({ id: 'same' })
  })

  test('one word in common is offered, and never called certain', () => {
    const [first] = suggestProblems(asked('dark mode'), problems)
    expect(first).toMatchObject({ id: 'offline', shared: ['mode'], certain: false })
  })

  test('an update alone makes nothing very likely; what broke with it does', () => {
    const updates = [
      {
        id: 'sync',
        notes: [
          note('s1', 'Depuis la dernière mise à jour la montre ne se synchronise plus avec mon téléphone'),
          note('s2', 'Plus de synchronisation du téléphone depuis la mise à jour de l’application'),
        ],
      },
      { id: 'weight', notes: [note('w', 'Impossible de saisir le poids')] },
      { id: 'hot', notes: [note('h', 'Le téléphone chauffe depuis la mise à jour')] },
    ]
    const about = (text: string) => suggestProblems(asked(text), updates)
    expect(about('Depuis la dernière mise à jour de l’application, la batterie se vide')).toEqual([])
    expect(about('Depuis la mise à jour, aucune synchronisation avec le téléphone')[0]).toMatchObject({ id: 'sync', certain: true })
    expect(about('impossible à installer')).toEqual([])
  })

  test('the only problem of a workspace is never certain', () => {
    const [first] = suggestProblems(asked('invoices export to Excel'), problems.slice(0, 1))
    expect(first).toMatchObject({ id: 'export', certain: false })
  })

  test('what says nothing like any problem gets no suggestion', () => {
    expect(suggestProblems(asked('xyzzy'), problems)).toEqual([])
    expect(suggestProblems(asked('anything'), [])).toEqual([])
  })
})
