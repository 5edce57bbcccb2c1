export type Badge = { title: string; learner: string; issuer: string; day: string; credential: string }

const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/
const LINE = 20

/** The picture of a certificate, with its credential baked in as Open Badges 3.0 says for SVG. */
export function drawBadge({ title, learner, issuer, day, credential }: Badge) {
  const lines = linesOf(title).map(
    (line, at, all) => `<text x="160" y="${166 + (at - (all.length - 1) / 2) * 26}" class="title">${escaped(line)}</text>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" viewBox="0 0 320 320" role="img" aria-label="${escaped(`${learner} finished ${title}`)}">
<openbadges:credential verify="${escaped(credential)}"/>
<style>text{font-family:system-ui,sans-serif;text-anchor:middle;fill:#3a2f1c}.title{font-size:21px;font-weight:600}.small{font-size:13px}</style>
<circle cx="160" cy="160" r="152" fill="#fbf6ea" stroke="#8a6420" stroke-width="8"/>
<circle cx="160" cy="160" r="138" fill="none" stroke="#8a6420" stroke-width="1.5"/>
<path d="M118 78 160 46l42 32-42-10z" fill="#8a6420"/>
<text x="160" y="112" class="small">${escaped(shortened(learner))}</text>
${lines.join('\n')}
<text x="160" y="232" class="small">${escaped(day)}</text>
<text x="160" y="254" class="small">${escaped(shortened(issuer))}</text>
</svg>
`
}

/** The signed credential in what somebody pasted or uploaded: itself, or baked into a picture. */
export function findCredential(text: string): string | undefined {
  const bare = text.trim()
  if (JWT.test(bare)) return bare
  const baked = /<openbadges:credential\b[^>]*?\bverify\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(bare)
  const inside = (baked?.[1] ?? baked?.[2])?.trim()
  return inside && JWT.test(inside) ? inside : undefined
}

const MOST_LINES = 3

/** Words in lines of about the width of the badge. */
function linesOf(title: string) {
  const lines: string[] = []
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= LINE) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(shortened(word))
  }
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]}…`] : lines
}

const shortened = (text: string) => (text.length > LINE + 8 ? `${text.slice(0, LINE + 7)}…` : text)

/** Control characters may not stand in XML at all. */
function escaped(text: string) {
  return text
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
