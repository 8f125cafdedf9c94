import { useMemo } from 'react'
import { useLanguage, type Language } from './language.ts'

/** A hook that gives the texts of a part of the portal in the language shown; `texts` has both, for tests. */
type Catalogue<T> = (() => T) & { texts: Record<Language, T> }

/** The catalogue of a part of the portal. Both languages come with the code of that part. */
export function catalogue<T>(texts: Record<Language, T>): Catalogue<T> {
  return Object.assign(
    function useCatalogue() {
      return texts[useLanguage()]
    },
    { texts },
  )
}

interface Coded {
  code: string
  params: unknown
}

/** A hook that gives the text of an issue, a note or whatever has a code and its facts, in the language shown. */
export function codedCatalogue<T extends Coded>(
  texts: Record<Language, Record<T['code'], (params: never) => string>>,
): () => (coded: T) => string {
  return function useCodedCatalogue() {
    const inLanguage: Record<string, (params: never) => string> = texts[useLanguage()]
    return useMemo(() => {
      // Code and parameters belong together since they were made, which their type has forgotten.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return ({ code, params }: T) => inLanguage[code]?.(params as never) ?? code
    }, [inLanguage])
  }
}
