import { useEffect, useState } from 'react'
import type { Language } from '../../i18n/language.ts'
import { loadedPage, loadPage, type GuidePage } from './guide.ts'

/** The code of a page of the guide once it is there. A failure to load it is thrown while rendering. */
export function useGuidePage(language: Language, name: string): GuidePage | undefined {
  const [, setLoads] = useState(0)
  const [error, setError] = useState<Error>()
  const page = loadedPage(language, name)
  useEffect(() => {
    if (page !== undefined) return undefined
    let isLeft = false
    loadPage(language, name).then(
      () => !isLeft && setLoads((loads) => loads + 1),
      (reason: Error) => !isLeft && setError(reason),
    )
    return () => {
      isLeft = true
    }
  }, [page, language, name])
  if (error !== undefined) throw error
  return page
}
