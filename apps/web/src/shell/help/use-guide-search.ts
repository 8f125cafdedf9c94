import { useEffect, useState } from 'react'
import type { Language } from '../../i18n/language.ts'
import type { GuideSearch } from './guide-search.ts'

async function loadSearch(language: Language): Promise<GuideSearch> {
  const [{ guideSearch }, { guideSections }] = await Promise.all([
    import('./guide-search.ts'),
    import('./guide-sections.ts'),
  ])
  return guideSearch(await guideSections(language))
}

/** The search of the guide in a language, once it is there; it is loaded when it is wanted first. */
export function useGuideSearch(language: Language, isWanted: boolean): GuideSearch | undefined {
  const [found, setFound] = useState<{ language: Language; search: GuideSearch }>()
  const [error, setError] = useState<Error>()
  const isThere = found?.language === language
  useEffect(() => {
    if (!isWanted || isThere) return undefined
    let isLeft = false
    loadSearch(language).then(
      (search) => !isLeft && setFound({ language, search }),
      (reason: Error) => !isLeft && setError(reason),
    )
    return () => {
      isLeft = true
    }
  }, [language, isWanted, isThere])
  if (error !== undefined) throw error
  return isThere ? found.search : undefined
}
