/** What a file can bring. */
export const importKinds = ['feedback', 'accounts', 'contacts', 'events'] as const
export type ImportKind = (typeof importKinds)[number]

/** A field that a column can fill: the words people head it with, and whether several columns may fill it. */
export type Field = { name: string; label: string; words: string[]; many?: boolean }

const contactName = [
  'contact',
  'contact name',
  'customer name',
  'user name',
  'username',
  'author',
  'reviewer',
  'respondent',
  'person',
  'full name',
  'requester',
  'submitted by',
  'auteur',
  'from',
]
const emails = [
  'email',
  'e mail',
  'mail',
  'email address',
  'contact email',
  'user email',
  'customer email',
  'reviewer email',
  'requester email',
  'adresse email',
  'courriel',
]
const accountName = [
  'account',
  'account name',
  'company',
  'company name',
  'organization',
  'organisation',
  'organization name',
  'customer',
  'client',
  'tenant',
  'firm',
  'entreprise',
  'société',
  'firma',
  'empresa',
]
const revenue = [
  'revenue',
  'mrr',
  'arr',
  'monthly recurring revenue',
  'recurring revenue',
  'annual revenue',
  'contract value',
  'acv',
  'umsatz',
  'chiffre d affaires',
  'spend',
  'amount',
]
const sizes = ['size', 'employees', 'company size', 'number of employees', 'seats', 'headcount']
const ids = [
  'id',
  'source id',
  'external id',
  'record id',
  'ticket id',
  'response id',
  'respondent id',
  'review id',
  'uuid',
  'key',
  'number',
  'ticket',
  'feedback id',
]
const trait: Field = { name: 'trait', label: 'Kept as a trait', words: [], many: true }
const leftOut: Field = { name: 'left-out', label: 'Left out', words: [], many: true }

export const fieldsOf: Record<ImportKind, Field[]> = {
  feedback: [
    {
      name: 'text',
      label: 'What was said',
      many: true,
      words: [
        'text',
        'feedback',
        'comment',
        'comments',
        'review',
        'review text',
        'body',
        'message',
        'content',
        'description',
        'data',
        'verbatim',
        'quote',
        'note',
        'notes',
        'answer',
        'response',
        'pros',
        'cons',
        'details',
        'commentaire',
        'avis',
        'texte',
        'kommentar',
        'nachricht',
        'comentario',
      ],
    },
    {
      name: 'saidAt',
      label: 'When it was said',
      words: [
        'date',
        'said at',
        'created',
        'created at',
        'created on',
        'time',
        'timestamp',
        'submitted',
        'date submitted',
        'submitted at',
        'submit date',
        'at',
        'when',
        'posted',
        'posted at',
        'review date',
        'time started',
        'start date',
        'date created',
        'datum',
        'fecha',
      ],
    },
    { name: 'channel', label: 'Channel', words: ['channel', 'source', 'medium', 'origin', 'via', 'canal', 'kanal'] },
    { name: 'contactName', label: 'Person', words: [...contactName, 'name', 'user'] },
    { name: 'contactEmail', label: 'E-mail', words: emails },
    { name: 'accountName', label: 'Account', words: accountName },
    { name: 'sourceId', label: 'Id in the source', words: ids },
    { name: 'sourceUrl', label: 'Link to the source', words: ['url', 'link', 'source url', 'permalink', 'web address', 'lien'] },
    { name: 'language', label: 'Language', words: ['language', 'lang', 'ori lang', 'locale', 'langue', 'sprache', 'idioma'] },
    { name: 'rating', label: 'Rating', words: ['rating', 'score', 'stars', 'nps', 'csat', 'note globale', 'bewertung'] },
    trait,
    leftOut,
  ],
  accounts: [
    { name: 'name', label: 'Name', words: [...accountName, 'name', 'nom', 'title'] },
    { name: 'domain', label: 'Domain', words: ['domain', 'website', 'web site', 'url', 'homepage'] },
    { name: 'plan', label: 'Plan', words: ['plan', 'tier', 'subscription', 'package', 'product'] },
    { name: 'segment', label: 'Segment', words: ['segment', 'industry', 'type', 'category', 'branche', 'secteur'] },
    { name: 'size', label: 'Size', words: sizes },
    { name: 'revenue', label: 'Recurring revenue', words: revenue },
    {
      name: 'customerSince',
      label: 'Customer since',
      words: ['customer since', 'since', 'created', 'created at', 'start date', 'signed up', 'signup date', 'client depuis'],
    },
    { name: 'churnedAt', label: 'Left on', words: ['churned', 'churned at', 'churn date', 'cancelled', 'canceled at', 'end date'] },
    { name: 'sourceId', label: 'Id in the source', words: [...ids, 'account id', 'company id', 'customer id'] },
    trait,
    leftOut,
  ],
  contacts: [
    { name: 'name', label: 'Name', words: [...contactName, 'name', 'nom'] },
    { name: 'firstName', label: 'First name', words: ['first name', 'firstname', 'given name', 'prénom', 'vorname'] },
    { name: 'lastName', label: 'Last name', words: ['last name', 'lastname', 'surname', 'family name', 'nachname'] },
    { name: 'email', label: 'E-mail', words: emails },
    { name: 'accountName', label: 'Account', words: accountName },
    { name: 'title', label: 'Job title', words: ['title', 'job title', 'role', 'position', 'job', 'fonction', 'funktion'] },
    { name: 'distinctId', label: 'Id in product events', words: ['distinct id', 'user id', 'userid', 'anonymous id'] },
    { name: 'sourceId', label: 'Id in the source', words: [...ids, 'contact id', 'person id'] },
    trait,
    leftOut,
  ],
  events: [
    {
      name: 'person',
      label: 'Who',
      words: [
        'distinct id',
        'user id',
        'userid',
        'customer id',
        'person id',
        'anonymous id',
        'user',
        'customer',
        'person',
        'visitor id',
        'member id',
        ...emails,
      ],
    },
    { name: 'event', label: 'What happened', words: ['event', 'event name', 'action', 'activity', 'event type', 'name'] },
    {
      name: 'at',
      label: 'When',
      words: ['timestamp', 'time', 'date', 'at', 'created at', 'event time', 'occurred at', 'sent at', 'order date', 'invoice date'],
    },
    { name: 'value', label: 'Money', words: [...revenue, 'value', 'dollar value', 'price', 'total', 'order value'] },
    { name: 'insertId', label: 'Id in the source', words: ['insert id', 'message id', 'event id', 'uuid', 'id'] },
    trait,
    leftOut,
  ],
}

/** `Date_Submitted`, `dateSubmitted` and `DATE SUBMITTED` are the same words. */
export function wordsOf(header: string) {
  return header
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
}

const allWords = new Set(Object.values(fieldsOf).flatMap((fields) => fields.flatMap((field) => field.words)))

export const looksLikeFieldName = (text: string) => allWords.has(wordsOf(text))

export function fieldByWords(kind: ImportKind, header: string): Field | undefined {
  const words = wordsOf(header)
  return fieldsOf[kind].find((field) => field.words.includes(words))
}
