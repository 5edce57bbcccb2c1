import type { Delivery, NewEvent, NewRejection } from '#warehouse/events.ts'
import { sampleOf } from '#warehouse/limits.ts'

export type Sent = { [name: string]: unknown }
export type Refusal = { index: number; reason: string }

/** What one request brought: what to keep, at which place in the request each event stood, and what could not be understood. */
export type Parsed = {
  delivery: Delivery & { events: NewEvent[]; rejections: NewRejection[] }
  places: number[]
  refused: Refusal[]
}

export const isRecord = (value: unknown): value is Sent => typeof value === 'object' && value !== null && !Array.isArray(value)

/** SDKs send numbers as ids now and then; everything else that is no text is no id. */
export function idText(value: unknown) {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' ? value : ''
}

/** Collects what the messages of one request ask for, in the order they stand there. */
export function createCollector() {
  const delivery = { events: [], identifications: [], aliases: [], groups: [], rejections: [] } as Required<Parsed['delivery']>
  const places: number[] = []
  const refused: Refusal[] = []
  return {
    event(index: number, event: NewEvent) {
      places.push(index)
      delivery.events.push(event)
    },
    identification: (identification: (typeof delivery.identifications)[number]) => void delivery.identifications.push(identification),
    alias: (alias: (typeof delivery.aliases)[number]) => void delivery.aliases.push(alias),
    group: (group: (typeof delivery.groups)[number]) => void delivery.groups.push(group),
    refuse(index: number, reason: string, sent: unknown) {
      refused.push({ index, reason })
      delivery.rejections.push({ reason, sample: sampleOf(sent) })
    },
    parsed: (): Parsed => ({ delivery, places, refused }),
  }
}
export type Collector = ReturnType<typeof createCollector>
