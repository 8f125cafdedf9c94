import type { PositioningImperativeRef } from '@fluentui/react-components'
import type { Scenario } from '@portal/portal-api'
import { useCallback, useEffect, useMemo, useRef, useState, useEffectEvent } from 'react'
import { useLocation, useSearch } from 'wouter'
import { demoPanelPath } from '../../paths.ts'
import { tourShortcuts } from '../../patterns/shortcuts/portal-shortcuts.ts'
import { useShortcuts } from '../../patterns/shortcuts/use-shortcuts.ts'
import { ReadOutOnly } from '../../ui/ReadOutOnly.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import { chooseScenario, goToScenarioStep } from '../chosen-scenario.ts'
import { keepInView } from '../steps/scroll-into-view.ts'
import { useDemoTexts } from '../texts/demo-texts.ts'
import { type TourStepTexts, useTourTexts } from '../texts/tour-texts.ts'
import { isAt, tourSteps } from './tour-steps.ts'
import { TourCard, type TourAction } from './TourCard.tsx'
import { useSubject } from './use-subject.ts'

interface TourProps {
  scenario: Scenario
  /** from 0 */
  at: number
  /** the user has asked for its card by a button that is gone */
  takesFocus: boolean
  /** moves the simulated Azure's time on; resolves once the pages have been read again */
  onForward: (minutes: number) => Promise<unknown>
  onLeave: () => void
}

/** The guided tour: a card beside what is to be done next, which moves on once it is done. */
export function Tour({ scenario, takesFocus, onForward, onLeave, ...now }: TourProps) {
  const t = useTourTexts()
  const demo = useDemoTexts()
  const [path, navigate] = useLocation()
  const search = useSearch()
  const isNarrow = useNarrow()
  useShortcuts(tourShortcuts)
  const steps = useMemo(() => tourSteps(scenario), [scenario])
  const at = Math.min(now.at, steps.length - 1)
  const step = steps[at] ?? steps[0]

  const [card, setCard] = useState<HTMLDivElement | null>(null)
  const cardNow = useRef<HTMLDivElement | null>(null)
  const surfaceRef = useCallback((element: HTMLDivElement | null) => {
    cardNow.current = element
    setCard(element)
  }, [])
  const positioning = useRef<PositioningImperativeRef>(null)
  const readCard = useCallback(() => cardNow.current, [])
  const onLook = useCallback(() => positioning.current?.updatePosition(), [])
  const { element, isOther, isLost } = useSubject({ steps, at, card: readCard, onLook })

  // A button of the card may be gone with its step: the next card has the focus then.
  const [focusAt, setFocusAt] = useState(takesFocus ? at : undefined)
  useEffect(() => {
    const { activeElement } = document
    const isElsewhere = activeElement !== document.body && card?.contains(activeElement) === false
    if (focusAt === at && !isElsewhere) card?.focus({ preventScroll: true })
  }, [focusAt, card, at])

  const goOn = () => {
    setFocusAt(at + 1)
    goToScenarioStep(at + 1)
  }
  const finish = (to?: string) => {
    chooseScenario(undefined)
    if (to !== undefined) navigate(to)
  }
  const forward = useForward(onForward)
  const moveForward = () => {
    setFocusAt(at + 1)
    forward.run()
  }
  const actions: TourAction[] = isLost
    ? [
        {
          label: t.lost.goThere,
          onClick: () => navigate((isAt(step.place, path, search) ? (steps[at + 1] ?? step) : step).place),
        },
        ...(at + 1 < steps.length ? [{ label: t.next, onClick: goOn }] : []),
      ]
    : at + 1 === steps.length
      ? [
          { label: t.finish, onClick: () => finish() },
          { label: demo.scenario.all, onClick: () => finish(demoPanelPath) },
        ]
      : step.id === 'replication'
        ? [{ label: t.forward, isBusy: forward.isRunning, onClick: moveForward }]
        : step.done === undefined
          ? [{ label: t.next, onClick: goOn }]
          : []
  const { otherwise, ...first }: TourStepTexts = t.steps[step.id]
  const texts = (isOther ? otherwise : undefined) ?? first
  const title = isLost ? t.lost.title : texts.title
  const body = isLost ? t.lost.body(texts.title) : texts.body
  const isOpen = isLost || element !== undefined
  const count = t.step(at + 1, steps.length)

  useTourKeys({ card: readCard, subject: element, onLeave })
  useSubjectInView({ subject: element, cardAtFoot: isOpen && isNarrow ? card : null })
  // Said once, when the card comes; and not where the card itself takes the focus.
  const [saidAt, setSaidAt] = useState<number>()
  if (isOpen && saidAt !== at) setSaidAt(at)
  return (
    <>
      <TourCard
        count={count}
        title={title}
        body={body}
        isOpen={isOpen}
        subject={element}
        isAtFoot={isNarrow || isLost}
        sides={step.sides}
        positioningRef={positioning}
        surfaceRef={surfaceRef}
        onLeave={onLeave}
        actions={actions}
      />
      <ReadOutOnly>
        <div role="status">
          {saidAt === at && focusAt !== at && [count, title, body, ...(at === 0 ? [t.keys] : [])].join('. ')}
        </div>
      </ReadOutOnly>
    </>
  )
}

// A replication of some minutes, seen in a few steps. What the pages then read is within what the portal answers.
const moves = [2.5, 2.4, 8]
const pauseMs = 1200

/** Moves time on in a few steps, with a pause after each to look at. */
function useForward(send: (minutes: number) => Promise<unknown>) {
  const [isRunning, setRunning] = useState(false)
  const run = async () => {
    setRunning(true)
    try {
      for (const [index, minutes] of moves.entries()) {
        if (index > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
        await send(minutes)
      }
    } catch {
      // The bar says why.
    } finally {
      setRunning(false)
    }
  }
  return { isRunning, run: () => void run() }
}

interface InView {
  subject: HTMLElement | undefined
  cardAtFoot: HTMLElement | null
}

/**
 * Marks what the card is about, and keeps it in view until the page has settled. A card at the foot of the window gets
 * its room there, from tour.css and the buttons of forms, and its subject is above it.
 */
function useSubjectInView({ subject, cardAtFoot }: InView): void {
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
    const stop = keepInView({
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

const focusable = 'a[href], button, input, [tabindex]'

interface TourKeys {
  card: () => HTMLElement | null
  /** what the card is about */
  subject: HTMLElement | undefined
  onLeave: () => void
}

/** Alt+G goes to the card, and from there to what it is about. Escape leaves the tour where nothing else takes it. */
function useTourKeys({ card, subject, onLeave }: TourKeys): void {
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
