import type { ImpactLine } from './impact.ts'
import type { ImpactedScaleSet, KeyImpactFacts } from './key-impact-facts.ts'
import { machineEffects } from './machine-lines.ts'
import { powerOf, type Power } from './power.ts'
import type { SetStanding } from './set-standings.ts'
import { worstStanding } from './worst-standing.ts'

/**
 * What happens to scale sets: new instances need the sets of the model, and the existing ones of a uniform scale set
 * those of their disks, which can be older than the model. Those of a flexible one are virtual machines with lines of
 * their own. https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-upgrade-policy
 */
export function scaleSetLines(
  { scaleSets }: KeyImpactFacts,
  standingOf: (setId: string) => SetStanding,
  isRevoked: boolean,
): ImpactLine[] {
  return scaleSets.flatMap((scaleSet) => linesOf(scaleSet, standingOf, isRevoked))
}

function linesOf(
  { id, setIds, modelSetIds, instances }: ImpactedScaleSet,
  standingOf: (setId: string) => SetStanding,
  isRevoked: boolean,
): ImpactLine[] {
  const standing = worstStanding(setIds, standingOf)
  const line = (list: ImpactLine['list'], code: ImpactLine['code'], count = 0): ImpactLine => ({
    list,
    code,
    kind: 'scaleSet',
    id,
    ...(count > 0 && { instances: count }),
  })
  const concerned = instances.filter((each) => worstStanding(each.setIds, standingOf) === standing)
  const each = (powers: readonly Power[], list: ImpactLine['list'], code: ImpactLine['code']) => {
    const found = concerned.filter(({ powerState }) => powers.includes(powerOf(powerState)))
    const total = found.reduce((sum, { count }) => sum + count, 0)
    return total === 0 ? [] : [line(list, code, total)]
  }
  const isModelLost = worstStanding(modelSetIds, standingOf) === standing
  const newInstances = isModelLost ? [line('cannotCreate', 'NewInstancesNeedKey')] : []
  switch (standing) {
    case 'gone':
      return [
        ...each(['running'], 'stops', isRevoked ? 'AccessRevoked' : 'KeyUnavailable'),
        ...each(['off'], 'failsAtStart', 'StartNeedsKey'),
        ...each(['unknown'], 'unknown', 'PowerStateUnknown'),
        ...newInstances,
      ]
    case 'expired':
      return [
        ...each(['running'], 'goesOn', 'RunsWithExpiredKey'),
        ...each(['running', 'off', 'unknown'], 'unknown', 'StartWithExpiredKey'),
        ...newInstances,
      ]
    default:
      return [{ ...machineEffects[standing], kind: 'scaleSet', id }]
  }
}
