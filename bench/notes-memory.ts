import reviews from './app-reviews.json' with { type: 'json' }

const MEGABYTE = 1e6

function used() {
  globalThis.gc?.()
  return process.memoryUsage.rss() / MEGABYTE
}

/** Prints what a thread that compares notes takes, in MB: to know languages at all, and to keep as many notes as named. */
const count = Number(process.argv[2])
const texts = [...reviews.featureRequests, ...reviews.problemReports].map(([, text]) => String(text))
const before = used()
const { NoteReader } = await import('#domain/customer/note-reader.ts')
const reader = new NoteReader()
reader.read({ id: 'first', text: texts[0]! })
const knowing = used()
for (let id = 0; id < count; id++) reader.read({ id: `${id}`, text: `${texts[id % texts.length]} ${id}` })
console.log(JSON.stringify({ languages: knowing - before, notes: used() - knowing }))
