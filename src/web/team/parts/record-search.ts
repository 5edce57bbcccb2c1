import { type Api, read } from '#client/api.ts'
import type { Found } from '../../ui/combobox.tsx'

const MOST = 20

function pick(rows: { key: string; title: string }[], sought: string): Found[] {
  return rows
    .filter(({ key, title }) => `${key} ${title}`.toLowerCase().includes(sought.toLowerCase()))
    .slice(0, MOST)
    .map(({ key, title }) => ({ id: key, label: title, detail: key }))
}

export const searchBets = async (api: Api, sought: string) => pick((await read(api.bets.$get())).rows, sought)
export const searchSpecs = async (api: Api, sought: string) => pick((await read(api.specs.$get({ query: {} }))).rows, sought)
