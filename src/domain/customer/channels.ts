export const channels = ['interview', 'support', 'sales', 'survey', 'review', 'community', 'in-product', 'email', 'internal'] as const
export type Channel = (typeof channels)[number]
