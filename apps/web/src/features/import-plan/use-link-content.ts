import { planFromFragment, profileFromLink, type ReadProfile } from '@portal/code'
import type { ImageVersionPlan } from '@portal/image-version'
import { useEffect, useState } from 'react'

/** A plan, null if it is damaged, or what was read of an encryption profile. */
interface LinkContent {
  plan?: ImageVersionPlan | null | undefined
  profile?: ReadProfile | undefined
}

/** What the address's fragment carries, 'reading' until it is known. Reading it sends nothing. */
export function useLinkContent(): LinkContent | 'reading' {
  const [content, setContent] = useState<LinkContent | 'reading'>(window.location.hash === '' ? {} : 'reading')
  useEffect(() => {
    const read = async () => {
      const { hash } = window.location
      const [plan, profile] = await Promise.all([planFromFragment(hash), profileFromLink(hash)])
      if (hash === window.location.hash) setContent({ plan, profile })
    }
    const onChange = () => void read()
    onChange()
    window.addEventListener('hashchange', onChange)
    return () => window.removeEventListener('hashchange', onChange)
  }, [])
  return content
}
