import { useEffect, useRef } from 'react'
import { useLanguage } from '../../i18n/language.ts'
import { anchorIn, type GuidePage } from './guide.ts'

/**
 * Brings the heading that the address names into view, with the focus, once its page is there. Once for an address:
 * switching the language leaves the focus at its menu. While `isSearching`, results are shown instead.
 */
export function useHashTarget(name: string, page: GuidePage | undefined, isSearching: boolean): void {
  const language = useLanguage()
  const handled = useRef<string>(undefined)
  useEffect(() => {
    if (isSearching) handled.current = undefined
    if (isSearching || page === undefined) return undefined
    const { hash } = window.location
    const address = `${name}${hash}`
    if (handled.current === address) return undefined
    let isLeft = false
    const show = (id: string | undefined): void => {
      if (isLeft) return
      handled.current = address
      const heading = id === undefined ? null : document.getElementById(id)
      if (heading === null) return
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      heading.scrollIntoView()
    }
    anchorIn(language, name, decoded(hash.slice(1))).then(show, () => show(undefined))
    return () => {
      isLeft = true
    }
  }, [name, language, page, isSearching])
}

/** Without the percent signs that browsers write for accents; as it is where somebody has mistyped one. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
