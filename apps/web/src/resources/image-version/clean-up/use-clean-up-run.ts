import { cleanUpVersion, type CleanUpState } from '@portal/portal-api'
import type { KeepReason } from '@portal/version-update'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { PortalProblem } from '../../../api/failures.ts'
import { call } from '../../../api/portal-client.ts'
import { useWrite } from '../../../api/use-write.ts'
import { whenThereIsRoom } from '../../../patterns/change/repeated-write.ts'
import { runOfThisTab } from '../../../patterns/change/tab-run.ts'

export const cleanUpOfThisTab = runOfThisTab<true>()

/** What this tab has learnt of a version of a clean-up. */
export type Outcome =
  | { state: 'Working' | 'Done' }
  | { state: 'Kept'; reasons: KeepReason[] }
  | { state: 'Refused'; error: Error }

/** These say something about one version: the next one can be different. All others end the run. */
const ofVersion = new Set<PortalProblem['code']>([
  'RefusedByAzure',
  'ForbiddenByAzure',
  'NotFoundInAzure',
  'PlanRejected',
  'ImageVersionChanged',
  'ResourceBusy',
  'OutcomeUnknown',
])

/**
 * Carries out a clean-up, one version after the other, until it is paused, a version stays that was to go, or this page
 * is left: what is left then waits for whoever continues. What stayed or was refused is tried again once nothing else
 * is left, or by its own `retry`.
 */
export function useCleanUpRun(id: string, { states, isBegun }: { states: readonly CleanUpState[]; isBegun: boolean }) {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, Outcome>>(new Map())
  const wanted = useRef(false)
  const note = (item: number, outcome: Outcome | undefined) =>
    setOutcomes((before) => {
      const after = new Map(before)
      if (outcome === undefined) after.delete(item)
      else after.set(item, outcome)
      return after
    })

  async function carryOut(item: number): Promise<void> {
    note(item, { state: 'Working' })
    try {
      const outcome = await whenThereIsRoom(() => call(cleanUpVersion, { id, item }))
      note(item, outcome)
      if (outcome.state === 'Kept') wanted.current = false
    } catch (error) {
      const isOfVersion = error instanceof PortalProblem && ofVersion.has(error.code)
      note(item, isOfVersion ? { state: 'Refused', error } : undefined)
      if (!isOfVersion) throw error
    }
  }
  const isWanted = () => wanted.current
  const run = useWrite('cleanUp', {
    async send(only: readonly number[] | undefined) {
      wanted.current = true
      const open = [...states.keys()].filter((item) => states[item] === 'Open' && outcomes.get(item)?.state !== 'Done')
      const untried = open.filter((item) => !outcomes.has(item))
      for (const item of only ?? (untried.length > 0 ? untried : open)) if (isWanted()) await carryOut(item)
    },
  })
  const go = (only?: readonly number[]) => {
    if (!run.isPending) run.mutate(only)
  }
  const begin = useEffectEvent(() => go())
  useEffect(() => {
    if (isBegun) begin()
    return () => {
      wanted.current = false
    }
  }, [isBegun])
  return {
    outcomes,
    isRunning: run.isPending,
    error: run.error,
    go: () => go(),
    retry: (item: number) => go([item]),
    pause() {
      wanted.current = false
    },
  }
}
