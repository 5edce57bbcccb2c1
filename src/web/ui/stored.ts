import { useState } from 'react'

function readStored<T>(key: string, initial: T): T {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as T
  } catch {
    return initial
  }
}

/** A preference or a draft of this person on this device. Forgetting removes it there; what is on the page stays. */
export function useStored<T>(key: string, initial: T) {
  const [value, setValue] = useState(() => readStored(key, initial))
  function store(next: T) {
    localStorage.setItem(key, JSON.stringify(next))
    setValue(next)
  }
  const forget = () => localStorage.removeItem(key)
  return [value, store, forget] as const
}
