import type { Channel } from '#domain/customer/channels.ts'

/** How feedback reached us, in words. */
export const channelWords: Record<Channel, string> = {
  interview: 'interview',
  support: 'support',
  sales: 'sales',
  survey: 'survey',
  review: 'review',
  community: 'community',
  'in-product': 'in the product',
  email: 'e-mail',
  internal: 'colleague',
}

export const channelOptions = (Object.keys(channelWords) as Channel[]).map((value) => ({ value, label: channelWords[value] }))
