import { useEffect, useState } from 'react'
import { planFromFragment, type ImageVersionPlan } from '@portal/image-version'

/** The plan in the address's fragment: undefined if there is none, null if it is damaged. Reading it sends nothing. */
export function useLinkPlan(): ImageVersionPlan | null | undefined {
  const [plan, setPlan] = useState<ImageVersionPlan | null>()
  useEffect(() => {
    const read = () => void planFromFragment(window.location.hash).then(setPlan)
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return plan
}
