import type { PresenterCheckpoint, PresenterScript } from '@portal/portal-api'

/** The state in which a step starts; undefined if it continues where the one before ended. */
export function checkpointOf({ steps, world }: PresenterScript, step: number): PresenterCheckpoint | undefined {
  const own = steps[step]?.checkpoint ?? {}
  const ofScript = step === 0 && world !== undefined && own.world === undefined && own.reset === undefined
  const checkpoint = ofScript ? { ...own, world } : own
  return Object.keys(checkpoint).length === 0 ? undefined : checkpoint
}
