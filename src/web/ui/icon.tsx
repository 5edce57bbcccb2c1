const paths = {
  add: 'M8 3v10M3 8h10',
  alert: 'M8 2.5 14.2 13.5H1.8ZM8 6.5v3M8 11.6v.1',
  archive: 'M2.5 3h11v3h-11ZM3.5 6v7h9V6M6.5 8.5h3',
  arrow: 'M3 8h10M9 4l4 4-4 4',
  bet: 'M8 2.5a5.5 5.5 0 1 0 5.5 5.5M8 5.5a2.5 2.5 0 1 0 2.5 2.5M8 8l5.5-5.5M11 2.5h2.5V5',
  check: 'm3 8.5 3.2 3.2L13 4.5',
  chevronDown: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  chevronRight: 'm6.5 4.5 3.5 3.5-3.5 3.5',
  chevronUp: 'm4.5 9.5 3.5-3.5 3.5 3.5',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 5v3.2l2 1.3',
  close: 'm4 4 8 8M12 4l-8 8',
  columns: 'M2.5 3.5h11v9h-11ZM6.2 3.5v9M9.8 3.5v9',
  comment: 'M2.5 3.5h11v7.5H8l-3 2.5V11H2.5Z',
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
  course: 'M8 4c-1.5-1-3.3-1.3-5.5-1.3v9.3c2.2 0 4 .3 5.5 1.3 1.5-1 3.3-1.3 5.5-1.3V2.7C11.3 2.7 9.5 3 8 4ZM8 4v9.3',
  cross: 'm4.5 4.5 7 7M11.5 4.5l-7 7',
  customers:
    'M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM2 13c.3-2.5 1.7-3.8 4-3.8s3.7 1.3 4 3.8M10.5 3.2a2.3 2.3 0 0 1 0 4.1M11.6 9.5c1.4.5 2.2 1.7 2.4 3.5',
  decision: 'M8 13.5V9M8 9 3.5 5.5M8 9l4.5-3.5M3.5 8V5.5H6M12.5 8V5.5H10',
  download: 'M8 2.5v7.5M5 7.2 8 10.2l3-3M3 13.5h10',
  edit: 'm3 13 .6-2.7 7-7 2.1 2.1-7 7Z',
  external: 'M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.5 8.5',
  eye: 'M1.8 8C3.3 5.2 5.4 3.8 8 3.8S12.7 5.2 14.2 8C12.7 10.8 10.6 12.2 8 12.2S3.3 10.8 1.8 8ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  history: 'M2.8 8a5.3 5.3 0 1 0 1.7-3.9L2.8 5.6M2.8 2.8v2.8h2.8M8 5.2v3l2 1.2',
  inbox: 'M2.5 9 4.3 3.5h7.4L13.5 9v3.5h-11ZM2.5 9h3.3l.8 1.7h2.8L10.2 9h3.3',
  key: 'M10.3 2.8a3 3 0 1 1-2.6 4.5L3 12v1.5h2V12h1.5v-1.5',
  launch: 'M6 10 4 8c1.5-3.3 4.2-5.3 9-5.5-.2 4.8-2.2 7.5-5.5 9ZM6 10l-2.5 2.5M4 8H2.5M8 12v1.5',
  link: 'M6.8 9.2a2.5 2.5 0 0 0 3.5 0l2-2a2.5 2.5 0 0 0-3.5-3.5l-.7.7M9.2 6.8a2.5 2.5 0 0 0-3.5 0l-2 2a2.5 2.5 0 0 0 3.5 3.5l.7-.7',
  lock: 'M4 7.5h8v6H4ZM5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  metric: 'M2.5 13.5h11M4 11V8M7 11V4.5M10 11V7M13 11V2.5',
  minus: 'M3 8h10',
  moon: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5Z',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  problem: 'M8 2.5 13.5 8 8 13.5 2.5 8ZM8 5.8v2.7M8 10.3v.1',
  question: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM6.3 6.4c.2-1 .8-1.5 1.7-1.5s1.7.6 1.7 1.5c0 1.2-1.7 1.3-1.7 2.5M8 11v.1',
  quote: 'M3 9.5V8c0-2 .8-3.3 2.5-4M3 8.5h3v3H3ZM9 9.5V8c0-2 .8-3.3 2.5-4M9 8.5h3v3H9Z',
  roadmap: 'M2.5 4h5M5 8h6M8.5 12h5',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4ZM10.2 10.2l3.3 3.3',
  settings:
    'M2.5 5h5M11 5h2.5M2.5 11H5M8.5 11h5M9.2 3.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4ZM6.8 9.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4Z',
  signOut: 'M9 3H3.5v10H9M6.5 8H14M11.5 5.5 14 8l-2.5 2.5',
  sort: 'M5 3v10M2.8 10.8 5 13l2.2-2.2M11 13V3M8.8 5.2 11 3l2.2 2.2',
  spec: 'M3.5 2.5h6l3 3v8h-9ZM9.5 2.5v3h3M5.7 8h4.6M5.7 10.5h4.6',
  sun: 'M8 5.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4ZM8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1',
  system: 'M2.5 3h11v7.5h-11ZM6 13.5h4M8 10.5v3',
  today: 'M3 3.5h10v10H3ZM3 6.5h10M5.7 2v2.5M10.3 2v2.5M6 10l1.4 1.4L10.2 9',
  undo: 'M3 6.5h6.5a3.3 3.3 0 0 1 0 6.6H6M3 6.5 6 3.5M3 6.5l3 3',
  upload: 'M8 10.5V3M5 5.7l3-3 3 3M3 13.5h10',
  verdict: 'M8 2.5v11M5 13.5h6M3 4.5h10M3 4.5 1.3 9h3.4ZM13 4.5 11.3 9h3.4Z',
} as const

export type IconName = keyof typeof paths

/** A picture beside a word, hidden from screen readers: the word says it. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden="true">
      <path d={paths[name]} stroke="currentColor" strokeWidth={name === 'more' ? 2.2 : 1.4} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

export function Hat({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path
        d="M2.5 16.5 12 3.5l9.5 13c-3 2.6-6 3.9-9.5 3.9s-6.5-1.3-9.5-3.9Z"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinejoin="round"
      />
      <path d="M2.5 16.5c3-1.8 6-2.6 9.5-2.6s6.5.8 9.5 2.6" stroke="currentColor" strokeWidth="1.7" />
    </svg>
  )
}
