import { useLayoutEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { elementsShowing } from '../../ui/shows.ts'
import { goToScenarioStep } from '../chosen-scenario.ts'
import { isSeen } from '../steps/sign.ts'
import { watchScreen } from '../steps/watch-screen.ts'
import { isAt, type TourStep } from './tour-steps.ts'

/** What a card is about, as the page shows it now. */
export interface Subject {
  /** undefined: it is not there, or something covers the page */
  element: HTMLElement | undefined
  /** it is not the first of the step's subjects */
  isOther: boolean
  /** the user waits for it in vain, here or elsewhere */
  isLost: boolean
}

// A page is left by way of others, and a page comes before what it has read, which may be slow.
const patienceMs = { elsewhere: 800, here: 10_000 }

// Whoever knows the way may be ahead of the cards; later signs are those of other pages of the tour too.
const stepsAhead = 3

const hidden: Subject = { element: undefined, isOther: false, isLost: false }

interface Watching {
  steps: readonly TourStep[]
  /** the step of now, from 0 */
  at: number
  /** the card, whose own changes don't count */
  card: () => HTMLElement | null
  /** after each change of the page: what it is about might be elsewhere */
  onLook: () => void
}

/** What the step is about. Once its sign is on the screen, or that of one of the next, the tour goes on. */
export function useSubject({ steps, at, card, onLook }: Watching): Subject {
  const [path] = useLocation()
  const search = useSearch()
  const [subject, setSubject] = useState(hidden)
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stopWaiting = () => {
      clearTimeout(timer)
      timer = undefined
    }
    const step = steps[at]
    const isHere = step !== undefined && isAt(step.place, path, search)
    const look = () => {
      if (step === undefined) return
      const next = steps.slice(at, at + stepsAhead)
      const done = next.findLastIndex((one) => one.done !== undefined && isSeen(one.done, path, search))
      if (done !== -1) {
        goToScenarioStep(at + done + 1)
        return
      }
      const isCovered = document.querySelector('[aria-modal="true"]') !== null
      const shown = isCovered || !isHere ? [] : step.subjects.map((code) => elementsShowing(code)[0])
      const element = shown.find((one) => one !== undefined)
      const isOther = element !== shown[0]
      setSubject((before) => {
        const isLost = before.isLost && element === undefined && !isCovered
        const isSame = before.element === element && before.isOther === isOther && before.isLost === isLost
        return isSame ? before : { element, isOther, isLost }
      })
      if (element !== undefined || isCovered) stopWaiting()
      else
        timer ??= setTimeout(
          () => setSubject({ ...hidden, isLost: true }),
          isHere ? patienceMs.here : patienceMs.elsewhere,
        )
      onLook()
    }
    // At once too: the card is where its words are.
    look()
    const stop = watchScreen(look, (changed) => card()?.contains(changed) === true)
    return () => {
      stop()
      stopWaiting()
    }
  }, [steps, at, path, search, card, onLook])
  return subject
}
