import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { isSeen, type Sign } from './sign.ts'

/** Whether the page shows the sign; looked at after each change of the page. */
export function useSeen(sign: Sign): boolean {
  const [path] = useLocation()
  const search = useSearch()
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    let frame: number | undefined
    const look = () => {
      frame = undefined
      setSeen(isSeen(sign, path, search))
    }
    const lookSoon = () => {
      frame ??= requestAnimationFrame(look)
    }
    const observer = new MutationObserver(lookSoon)
    observer.observe(document.body, { subtree: true, childList: true, attributes: true })
    lookSoon()
    return () => {
      observer.disconnect()
      if (frame !== undefined) cancelAnimationFrame(frame)
    }
  }, [sign, path, search])
  return seen
}
