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
    case 'leaving':
      return [line('unknown', 'PreviousKey')]
    case 'rekeyedConfidential':
      return [line('unknown', 'ConfidentialKeyChange')]
    case 'rekeyed':
      return [line('goesOn', 'KeyChangedWithoutRestart')]
    case 'untouched':
      return [line('goesOn', 'OtherKey')]
  }
}

function whenGone(
  power: Power,
  isRevoked: boolean,
  line: (list: ImpactLine['list'], code: ImpactLine['code']) => ImpactLine,
): ImpactLine {
  if (power === 'running') return line('stops', isRevoked ? 'AccessRevoked' : 'KeyUnavailable')
  return power === 'off' ? line('failsAtStart', 'StartNeedsKey') : line('unknown', 'PowerStateUnknown')
}
