import { useEffect } from 'react'

interface InView {
  subject: HTMLElement | undefined
  /** what is around the subject and explains it */
  part: HTMLElement | undefined
  cardAtFoot: HTMLElement | null
}

/**
 * Marks what the card is about, and brings it into view once, with the part around it if there is room. A card at the
 * foot of the window gets its room there, from tour.css and the buttons of forms, and its subject is above it.
 */
export function useSubjectInView({ subject, part, cardAtFoot }: InView): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['tour'] = ''
    return () => {
      delete dataset['tour']
    }
  }, [])
  useEffect(() => {
    subject?.setAttribute('data-tour-subject', '')
    part?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    subject?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return () => subject?.removeAttribute('data-tour-subject')
  }, [subject, part])
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
