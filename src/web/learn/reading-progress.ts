/** How far somebody has read down a page: which headings they have not come to yet, and whether they see its end. */
export type Reading = { unread: ReadonlySet<string>; endWasHidden: boolean; endInSight: boolean }

/** A heading that stayed in sight, or that one began behind; or whether the end of the page is in sight now. */
export type Sighting = { heading: string } | { endInSight: boolean }

export const startReading = (anchors: readonly string[]): Reading => ({ unread: new Set(anchors), endWasHidden: false, endInSight: false })

export function readOn(reading: Reading, sighting: Sighting): Reading {
  if ('heading' in sighting) return { ...reading, unread: new Set([...reading.unread].filter((one) => one !== sighting.heading)) }
  const { endInSight } = sighting
  return { ...reading, endInSight, endWasHidden: reading.endWasHidden || !endInSight }
}

/** A page that is short enough to be seen whole was not read by being opened, nor one by jumping to its end. */
export const hasReachedEnd = ({ unread, endWasHidden, endInSight }: Reading) => endWasHidden && endInSight && unread.size === 0
