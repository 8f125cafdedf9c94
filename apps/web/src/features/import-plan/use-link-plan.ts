import { planFromFragment, type ImageVersionPlan } from '@portal/image-version'
import { useEffect, useState } from 'react'

/**
 * The plan in the address's fragment: undefined if there is none, null if it is damaged, 'reading' until it is known.
 * Reading it sends nothing.
 */
export function useLinkPlan(): ImageVersionPlan | 'reading' | null | undefined {
  const [plan, setPlan] = useState<ReturnType<typeof useLinkPlan>>(window.location.hash === '' ? undefined : 'reading')
  useEffect(() => {
    const read = () => void planFromFragment(window.location.hash).then(setPlan)
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return plan
}
