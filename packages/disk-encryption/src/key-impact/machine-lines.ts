import type { ImpactLine } from './impact.ts'
import type { ImpactedMachine, KeyImpactFacts } from './key-impact-facts.ts'
import { powerOf, type Power } from './power.ts'
import type { SetStanding } from './set-standings.ts'
import { worstStanding } from './worst-standing.ts'

/**
 * What happens to the virtual machines, by the sets of their attached disks:
 * https://learn.microsoft.com/azure/virtual-machines/disk-encryption#full-control-of-your-keys
 */
export function machineLines(
  { machines, disks }: KeyImpactFacts,
  standingOf: (setId: string) => SetStanding,
  isRevoked: boolean,
): ImpactLine[] {
  const disksOf = Map.groupBy(disks, ({ machineId = '' }) => machineId.toLowerCase())
  return machines.flatMap((machine) => {
    const setIds = (disksOf.get(machine.id.toLowerCase()) ?? []).flatMap((disk) => disk.setIds)
    return linesOf(machine, worstStanding(setIds, standingOf), isRevoked)
  })
}

function linesOf({ id, powerState }: ImpactedMachine, standing: SetStanding, isRevoked: boolean): ImpactLine[] {
  const line = (list: ImpactLine['list'], code: ImpactLine['code']): ImpactLine => ({ list, code, kind: 'machine', id })
  const power = powerOf(powerState)
  switch (standing) {
    case 'gone':
      return [whenGone(power, isRevoked, line)]
    case 'expired':
      return [
        ...(power === 'running' ? [line('goesOn', 'RunsWithExpiredKey')] : []),
        line('unknown', 'StartWithExpiredKey'),
      ]
    default:
      return [{ ...machineEffects[standing], kind: 'machine', id }]
  }
}

/** What happens to machines and scale sets whose set has a key that works, whatever their power state. */
export const machineEffects: Record<Exclude<SetStanding, 'gone' | 'expired'>, Pick<ImpactLine, 'list' | 'code'>> = {
  leaving: { list: 'unknown', code: 'PreviousKey' },
  rekeyedConfidential: { list: 'unknown', code: 'ConfidentialKeyChange' },
  rekeyed: { list: 'goesOn', code: 'KeyChangedWithoutRestart' },
  untouched: { list: 'goesOn', code: 'OtherKey' },
}

function whenGone(
  power: Power,
  isRevoked: boolean,
  line: (list: ImpactLine['list'], code: ImpactLine['code']) => ImpactLine,
): ImpactLine {
  if (power === 'running') return line('stops', isRevoked ? 'AccessRevoked' : 'KeyUnavailable')
  return power === 'off' ? line('failsAtStart', 'StartNeedsKey') : line('unknown', 'PowerStateUnknown')
}
