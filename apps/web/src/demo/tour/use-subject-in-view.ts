import { useEffect } from 'react'

/**
 * Marks what the card is about, and brings it into view once. A card at the foot of the window gets its room there,
 * from tour.css and the buttons of forms, and its subject is above it.
 */
export function useSubjectInView(subject: HTMLElement | undefined, cardAtFoot: HTMLElement | null): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['tour'] = ''
    return () => {
      delete dataset['tour']
    }
  }, [])
  useEffect(() => {
    subject?.setAttribute('data-tour-subject', '')
    subject?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return () => subject?.removeAttribute('data-tour-subject')
  }, [subject])
  useEffect(() => {
    if (cardAtFoot === null) return
    const { style } = document.documentElement
    const measured = new ResizeObserver(() => {
      style.setProperty('--foot', `${cardAtFoot.offsetHeight + 16}px`)
      subject?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    })
    measured.observe(cardAtFoot)
    return () => measured.disconnect()
  }, [cardAtFoot, subject])
  useEffect(() => {
    if (cardAtFoot === null) return
    return () => {
      document.documentElement.style.removeProperty('--foot')
    }
  }, [cardAtFoot])
}
