import { useEffect } from 'react'
import { bringIntoView } from '../steps/bring-into-view.ts'

interface InView {
  subject: HTMLElement | undefined
  cardAtFoot: HTMLElement | null
}

/**
 * Marks what the card is about, and keeps it in view until the page has settled. A card at the foot of the window gets
 * its room there, from tour.css and the buttons of forms, and its subject is above it.
 */
export function useSubjectInView({ subject, cardAtFoot }: InView): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['tour'] = ''
    return () => {
      delete dataset['tour']
    }
  }, [])
  useEffect(() => {
    if (subject === undefined) return
    subject.setAttribute('data-tour-subject', '')
    const stop = bringIntoView({
      find: () => subject,
      scroll: () => subject.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    })
    return () => {
      stop()
      subject.removeAttribute('data-tour-subject')
    }
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
