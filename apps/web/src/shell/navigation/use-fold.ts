import { useState } from 'react'
import { storeChoice, storedChoice } from '../../stored-choice.ts'
import { useMatches } from '../../ui/use-narrow.ts'

const choices = ['folded', 'expanded'] as const
type Choice = (typeof choices)[number]

/**
 * Whether the navigation is folded, and a function that changes it. Wide windows (from 1360 px) begin with
 * the whole names, others with a word under each icon; the user's choice is kept for each of the two.
 */
export function useFold(): [boolean, () => void] {
  const isWide = useMatches('(min-width: 1360px)')
  const key = isWide ? 'navigation-in-wide-window' : 'navigation'
  const [made, setMade] = useState<Record<string, Choice>>({})
  const choice = made[key] ?? storedChoice(key, choices) ?? (isWide ? 'expanded' : 'folded')
  const change = () => {
    const next = choice === 'folded' ? 'expanded' : 'folded'
    storeChoice(key, next)
    setMade({ ...made, [key]: next })
  }
  return [choice === 'folded', change]
}
