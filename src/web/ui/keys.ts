import { useEffect, useLayoutEffect, useRef } from 'react'
import { keyName } from './key-names.ts'
import { isUnderWay } from './under-way.ts'

export type Scope = 'global' | 'room' | 'list' | 'dialog'
/** What `leaves` the page does not while somebody is in the middle of something there. */
export type Binding = (() => void) | { run: () => void; label: string; inFields?: boolean; leaves?: boolean }
export type Bindings = Record<string, Binding | undefined>
type Layer = { scope: Scope; group?: string; bindings: () => Bindings }

const layers: Layer[] = []
const order: Scope[] = ['global', 'room', 'list', 'dialog']
const SEQUENCE_MS = 1200
let started: { key: string; at: number } | null = null

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])')

const pressesItself = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('button, a, summary, input, [role=button], [role=menuitem], [role=option], [role=tab], [role=switch]')

/** Layers that listen now, the one that answers first in front. An open dialog silences everything under it. */
function listening() {
  const open = layers.some((layer) => layer.scope === 'dialog') ? layers.filter((layer) => layer.scope === 'dialog') : layers
  return open.toReversed().toSorted((a, b) => order.indexOf(b.scope) - order.indexOf(a.scope))
}

function findBinding(keys: string): Binding | undefined {
  for (const layer of listening()) {
    const found = layer.bindings()[keys]
    if (found) return found
  }
}

const startsSequence = (key: string) =>
  listening().some((layer) => Object.keys(layer.bindings()).some((keys) => keys.startsWith(`${key} `)))

function mayRun(binding: Binding, event: KeyboardEvent, key: string) {
  if (isField(event.target) && !(typeof binding === 'object' && binding.inFields)) return false
  if (typeof binding === 'object' && binding.leaves && isUnderWay(event.target)) return false
  return !((key === 'enter' || key === 'space') && pressesItself(event.target))
}

function answerKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || ['Shift', 'Meta', 'Control', 'Alt'].includes(event.key)) return
  const key = keyName(event)
  const first = started && event.timeStamp - started.at < SEQUENCE_MS ? started.key : null
  started = null
  const binding = (first && findBinding(`${first} ${key}`)) || findBinding(key)
  if (binding && mayRun(binding, event, key)) {
    event.preventDefault()
    return typeof binding === 'function' ? binding() : binding.run()
  }
  if (!isField(event.target) && startsSequence(key)) started = { key, at: event.timeStamp }
}

/**
 * Listens for keys while the component is on the page. Names are those of `keyName`; `g i` is a sequence. Bindings with a label appear in the
 * overlay of `?`. Nothing runs while somebody types in a field, unless the binding says `inFields`.
 */
export function useKeys(bindings: Bindings, { scope = 'room', group }: { scope?: Scope; group?: string } = {}) {
  const latest = useRef(bindings)
  useLayoutEffect(() => {
    latest.current = bindings
  })
  useEffect(() => {
    const layer = { scope, group, bindings: () => latest.current }
    layers.push(layer)
    if (layers.length === 1) window.addEventListener('keydown', answerKey)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      if (layers.length === 0) window.removeEventListener('keydown', answerKey)
    }
  }, [scope, group])
}

/** Everything that can be pressed now and says so, grouped as its components named it. What another layer answers first is left out. */
export function describedKeys() {
  const answered = new Map<string, Layer>()
  for (const layer of listening())
    for (const [keys, binding] of Object.entries(layer.bindings())) if (binding && !answered.has(keys)) answered.set(keys, layer)
  return layers.flatMap((layer) =>
    Object.entries(layer.bindings()).flatMap(([keys, binding]) =>
      typeof binding === 'object' && answered.get(keys) === layer
        ? [{ group: layer.group ?? 'This page', keys, label: binding.label, run: binding.run }]
        : [],
    ),
  )
}
