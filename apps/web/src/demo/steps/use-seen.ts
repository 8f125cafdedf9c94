import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { isSeen, type Sign } from './sign.ts'
import { watchScreen } from './watch-screen.ts'

/** Whether the page shows the sign; looked at after each change of the page. */
export function useSeen(sign: Sign): boolean {
  const [path] = useLocation()
  const search = useSearch()
  const [seen, setSeen] = useState(false)
  useEffect(() => watchScreen(() => setSeen(isSeen(sign, path, search))), [sign, path, search])
  return seen
}
