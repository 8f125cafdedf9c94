import { useCallback, useEffect, useState } from 'react'
import { tabStorage } from '../../../drafts/draft-storage.ts'
import { elementsShowing } from '../../../ui/marks/shows.ts'
import { bringIntoView } from '../../steps/bring-into-view.ts'
import '../../tour/tour.css'

const storageKey = 'pointed-at'

/**
 * Brings what a presented step points at to the middle of the window, and rings it until it has not moved for a moment:
 * the first element that shows the code, as soon as it is there. Whoever scrolls or presses something is not disturbed.
 * Returns the way to point: with another person, after the load of the page that their sign-in ends with.
 */
export function usePointing() {
  const [code, setCode] = useState(() => tabStorage.get(storageKey))
  useEffect(() => {
    if (code === undefined) return
    const { dataset } = document.documentElement
    let pointed: HTMLElement | undefined
    const unmark = () => pointed?.removeAttribute('data-tour-subject')
    const stop = bringIntoView({
      find() {
        const [element] = elementsShowing(code)
        if (element !== pointed) unmark()
        pointed = element
        return element
      },
      scroll(element) {
        if (!element.hasAttribute('data-tour-subject')) element.setAttribute('data-tour-subject', '')
        toMiddle(element)
      },
      onSettled() {
        tabStorage.remove(storageKey)
        setCode(undefined)
      },
    })
    dataset['tour'] = ''
    return () => {
      stop()
      unmark()
      delete dataset['tour']
    }
  }, [code])
  return useCallback((next: string | undefined, isAfterLoad: boolean) => {
    if (next === undefined) tabStorage.remove(storageKey)
    else tabStorage.set(storageKey, next)
    setCode(isAfterLoad ? undefined : next)
  }, [])
}

/** Into the middle between the bars and the buttons at the foot; what is higher than that begins at its top. */
function toMiddle(element: HTMLElement): void {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement)
  const room = window.innerHeight - parseFloat(scrollPaddingTop) - parseFloat(scrollPaddingBottom)
  element.scrollIntoView({ block: element.offsetHeight > room ? 'start' : 'center', inline: 'nearest' })
}
