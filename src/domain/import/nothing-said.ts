/** How the reason begins when the only fault of a row is that nobody said anything in it. */
export const nothingSaid = 'Nothing was said: '

/** Such a row is left out rather than rejected: there is nothing to put right in it. */
export const isSilent = ({ reason }: { reason: string }) => reason.startsWith(nothingSaid)
