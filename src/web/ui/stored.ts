import { useState } from 'react'

function readStored<T>(key: string, initial: T): T {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as T
  } catch {
    return initial
  }
}

/** A preference of this person on this device. */
export function useStored<T>(key: string, initial: T) {
  const [value, setValue] = useState(() => readStored(key, initial))
  function store(next: T) {
    localStorage.setItem(key, JSON.stringify(next))
    setValue(next)
  }
  return [value, store] as const
}
