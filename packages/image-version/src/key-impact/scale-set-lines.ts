import type { ImpactLine } from './impact.ts'
import type { ImpactedScaleSet, KeyImpactFacts } from './key-impact-facts.ts'
import { machineEffects } from './machine-lines.ts'
import { powerOf, type Power } from './power.ts'
import type { SetStanding } from './set-standings.ts'
import { worstStanding } from './worst-standing.ts'

/**
 * What happens to scale sets: new instances need the sets of the model, and so do the existing ones of a uniform scale
 * set. Those of a flexible one are virtual machines with disks of their own.
 */
export function scaleSetLines(
  { scaleSets }: KeyImpactFacts,
  standingOf: (setId: string) => SetStanding,
  isRevoked: boolean,
): ImpactLine[] {
  return scaleSets.flatMap((scaleSet) => linesOf(scaleSet, worstStanding(scaleSet.setIds, standingOf), isRevoked))
}

function linesOf({ id, instances }: ImpactedScaleSet, standing: SetStanding, isRevoked: boolean): ImpactLine[] {
  const line = (list: ImpactLine['list'], code: ImpactLine['code'], count = 0): ImpactLine => ({
    list,
    code,
    kind: 'scaleSet',
    id,
    ...(count > 0 && { instances: count }),
  })
  const inPower = (power: Power) =>
    Object.entries(instances).reduce((total, [state, count]) => total + (powerOf(state) === power ? count : 0), 0)
  const each = (power: Power, list: ImpactLine['list'], code: ImpactLine['code']) => {
    const count = inPower(power)
    return count === 0 ? [] : [line(list, code, count)]
  }
  const all = Object.values(instances).reduce((total, count) => total + count, 0)
  switch (standing) {
    case 'gone':
      return [
        ...each('running', 'stops', isRevoked ? 'AccessRevoked' : 'KeyUnavailable'),
        ...each('off', 'failsAtStart', 'StartNeedsKey'),
        ...each('unknown', 'unknown', 'PowerStateUnknown'),
        line('cannotCreate', 'NewInstancesNeedKey'),
      ]
    case 'expired':
      return [
        ...each('running', 'goesOn', 'RunsWithExpiredKey'),
        ...(all > 0 ? [line('unknown', 'StartWithExpiredKey', all)] : []),
        line('cannotCreate', 'NewInstancesNeedKey'),
      ]
    default:
      return [{ ...machineEffects[standing], kind: 'scaleSet', id }]
  }
}
