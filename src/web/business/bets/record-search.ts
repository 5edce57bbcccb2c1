import { type Api, read } from '#client/api.ts'
import type { Found } from '../../ui/combobox.tsx'

const MOST = 20

const matches = (words: string, sought: string) => words.toLowerCase().includes(sought.toLowerCase())

/** Problems by words or key, for a Combobox. */
export async function searchProblems(api: Api, sought: string): Promise<Found[]> {
  const { rows } = await read(api.problems.$get({ query: {} }))
  return rows
    .filter(({ key, title }) => matches(`${key} ${title}`, sought))
    .slice(0, MOST)
    .map(({ key, title }) => ({ id: key, label: title, detail: key }))
}

/** Metrics by words or key, for a Combobox. */
export async function searchMetrics(api: Api, sought: string): Promise<Found[]> {
  const { rows } = await read(api.metrics.$get())
  return rows
    .filter(({ key, name }) => matches(`${key} ${name}`, sought))
    .slice(0, MOST)
    .map(({ key, name }) => ({ id: key, label: name, detail: key }))
}
