import { type RefObject, useEffect, useState } from 'react'
import { type Passage, trimmed } from './passages.ts'

function offsetIn(root: HTMLElement, node: Node, offset: number) {
  const before = document.createRange()
  before.selectNodeContents(root)
  before.setEnd(node, offset)
  return before.toString().length
}

/** What is selected inside the words; null when it lies elsewhere, which leaves the chosen passage as it was. */
function selectedIn(root: HTMLElement): { passage: Passage | null } | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.commonAncestorContainer)) return null
  const from = offsetIn(root, range.startContainer, range.startOffset)
  const to = offsetIn(root, range.endContainer, range.endOffset)
  return { passage: trimmed(root.textContent, { from, to }) }
}

/** The passage somebody selected in the words, with the pointer or (through `choose`) with the keyboard. */
export function usePassage(words: RefObject<HTMLElement | null>) {
  const [passage, setPassage] = useState<Passage | null>(null)
  const [byKeys, setByKeys] = useState(false)
  useEffect(() => {
    function follow() {
      const selected = words.current && selectedIn(words.current)
      if (!selected) return
      setPassage(selected.passage)
      setByKeys(false)
    }
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [words])

  function choose(next: Passage | null) {
    document.getSelection()?.removeAllRanges()
    setPassage(next)
    setByKeys(true)
  }
  return { passage, byKeys, choose }
}
