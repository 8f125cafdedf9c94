import { useEffect, useEffectEvent } from 'react'

const focusable = 'a[href], button, input, [tabindex]'

interface TourKeys {
  card: () => HTMLElement | null
  /** what the card is about */
  subject: HTMLElement | undefined
  onLeave: () => void
}

/** Alt+G goes to the card, and from there to what it is about. Escape leaves the tour where nothing else takes it. */
export function useTourKeys({ card, subject, onLeave }: TourKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target, altKey, ctrlKey, metaKey, repeat } = event
    const inNothing = target === document.body || (target instanceof HTMLElement && target.id === 'content')
    if (event.key === 'Escape' && inNothing && !event.defaultPrevented && card() !== null) onLeave()
    // By the place of the key: with Alt, some keyboards type another letter.
    if (event.code !== 'KeyG' || !altKey || ctrlKey || metaKey || repeat) return
    event.preventDefault()
    if (card()?.contains(document.activeElement) === true) focusOn(subject)
    else card()?.focus({ preventScroll: true })
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

function focusOn(subject: HTMLElement | undefined): void {
  if (subject === undefined) return
  const within = subject.matches(focusable) ? subject : subject.querySelector<HTMLElement>(focusable)
  if (within === null) subject.tabIndex = -1
  const target = within ?? subject
  target.focus()
}
