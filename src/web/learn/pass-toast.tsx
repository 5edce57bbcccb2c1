import { useEffect, useRef } from 'react'
import { useMe } from '../shell/session.tsx'
import { useGo, useHref } from '../ui/link.tsx'
import { say } from '../ui/toast.ts'
import { learnText } from './text.ts'

const text = learnText.practice

/** Something can pass while its page is closed, by work in any room or by somebody who reads it: then it is said once, quietly. */
export function PassToast() {
  const { lastPass } = useMe().learn
  const known = useRef(lastPass?.at)
  const go = useGo()
  const href = useHref()
  useEffect(() => {
    if (!lastPass || lastPass.at === known.current) return
    known.current = lastPass.at
    const to = `/learn/${lastPass.course}/${lastPass.lesson}`
    if (location.pathname.endsWith(to)) return
    say({ text: text.passedToast[lastPass.kind](lastPass.title), link: { href: href(to), words: text.openLesson, follow: () => go(to) } })
  }, [lastPass, go, href])
  return null
}
