import type { ScenarioId } from '@portal/portal-api'
import { useSyncExternalStore } from 'react'
import { tabStorage } from '../drafts/browser-storage.ts'

const storageKey = 'demo-scenario'

/** The scenario whose steps are the cards of the guided tour. */
export const tourId: ScenarioId = 'tour'

const listeners = new Set<() => void>()

/** How far a scenario is in this tab. */
export interface ScenarioProgress {
  id: string
  /** from 0 */
  step: number
  /** what the step promises was on the screen */
  seen: boolean
  /** the tour only: its cards are hidden until the user goes on with it */
  isLeft: boolean
}

function store(progress: ScenarioProgress | undefined): void {
  if (progress === undefined) tabStorage.remove(storageKey)
  else {
    const { id, step, seen, isLeft } = progress
    tabStorage.set(storageKey, `${id} ${step} ${seen ? 'seen' : isLeft ? 'left' : ''}`)
  }
  listeners.forEach((listener) => listener())
}

function progressIn(text: string | undefined): ScenarioProgress | undefined {
  const [id = '', step, mark] = text?.split(' ') ?? []
  return id === '' ? undefined : { id, step: Number(step ?? 0), seen: mark === 'seen', isLeft: mark === 'left' }
}

/** Keeps the scenario of that id in view, from its first step and in this tab only; undefined ends it. */
export function chooseScenario(id: string | undefined): void {
  store(id === undefined ? undefined : { id, step: 0, seen: false, isLeft: false })
}

/** What the step of now promises was on the screen. */
export function scenarioStepSeen(): void {
  const progress = progressIn(tabStorage.get(storageKey))
  if (progress !== undefined) store({ ...progress, seen: true })
}

/** On to another step, from 0. */
export function goToScenarioStep(step: number): void {
  const progress = progressIn(tabStorage.get(storageKey))
  if (progress !== undefined) store({ ...progress, step, seen: false, isLeft: false })
}

/** Hides the cards of the tour, or shows them again, at the same step. */
export function leaveTour(isLeft: boolean): void {
  const progress = progressIn(tabStorage.get(storageKey))
  if (progress !== undefined) store({ ...progress, seen: false, isLeft })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The scenario that is being tried, or undefined. */
export function useChosenScenario(): ScenarioProgress | undefined {
  return progressIn(useSyncExternalStore(subscribe, () => tabStorage.get(storageKey)))
}
