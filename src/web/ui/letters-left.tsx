const NEAR = 0.8

/** Says how much fits, before the browser silently cuts what is longer. */
export function LettersLeft({ value, most }: { value: string; most?: number }) {
  if (!most || value.length < most * NEAR) return null
  const isFull = value.length >= most
  return (
    <p className="field-hint" aria-live={isFull ? 'polite' : 'off'}>
      {`${value.length} of ${most} letters${isFull ? ': no more fit, and what was longer is cut off here' : ''}`}
    </p>
  )
}
