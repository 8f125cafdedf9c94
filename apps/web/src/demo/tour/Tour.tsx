import type { PositioningImperativeRef } from '@fluentui/react-components'
import type { Scenario } from '@portal/portal-api'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { demoPanelPath } from '../../paths.ts'
import { tourShortcuts } from '../../patterns/shortcuts/portal-shortcuts.ts'
import { useShortcuts } from '../../patterns/shortcuts/use-shortcuts.ts'
import { ReadOutOnly } from '../../ui/ReadOutOnly.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import { chooseScenario, goToScenarioStep } from '../chosen-scenario.ts'
import type { TourStepTexts } from '../texts/tour.en.ts'
import { useDemoTexts } from '../texts/use-demo-texts.ts'
import { useTourTexts } from '../texts/use-tour-texts.ts'
import { isAt, tourSteps } from './tour-steps.ts'
import { TourCard, type TourAction } from './TourCard.tsx'
import { useForward } from './use-forward.ts'
import { useSubjectInView } from './use-subject-in-view.ts'
import { useSubject } from './use-subject.ts'
import { useTourKeys } from './use-tour-keys.ts'

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
