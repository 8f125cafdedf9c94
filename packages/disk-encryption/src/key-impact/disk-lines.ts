import type { ImpactLine } from './impact.ts'
import type { ImpactedDisk, KeyImpactFacts } from './key-impact-facts.ts'
import type { SetStanding } from './set-standings.ts'
import { worstStanding } from './worst-standing.ts'

/**
 * What happens to disks without a machine, and to snapshots. An attached disk shares the fate of its machine, or of the
 * scale set of its instance; a machine that the user can't read is not known.
 */
export function diskLines(
  { disks, machines }: KeyImpactFacts,
  standingOf: (setId: string) => SetStanding,
): ImpactLine[] {
  const read = new Set(machines.map(({ id }) => id.toLowerCase()))
  return disks.flatMap((disk): ImpactLine[] => {
    const { id, kind, machineId } = disk
    const standing = worstStanding(disk.setIds, standingOf)
    if (machineId === undefined) return [{ ...effects[standing], id, kind }]
    if (read.has(machineId.toLowerCase()) || isOfScaleSet(machineId) || standing === 'untouched') return []
    return [{ list: 'unknown', code: 'MachineUnread', id, kind }]
  })
}

function isOfScaleSet(machineId: NonNullable<ImpactedDisk['machineId']>): boolean {
  return /\/virtualMachineScaleSets\//i.test(machineId)
}

const effects: Record<SetStanding, Pick<ImpactLine, 'list' | 'code'>> = {
  gone: { list: 'cannotCreate', code: 'DiskNeedsKey' },
  expired: { list: 'unknown', code: 'DiskWithExpiredKey' },
  leaving: { list: 'unknown', code: 'PreviousKey' },
  rekeyedConfidential: { list: 'unknown', code: 'ConfidentialKeyChange' },
  rekeyed: { list: 'goesOn', code: 'FollowsNewKey' },
  untouched: { list: 'goesOn', code: 'OtherKey' },
}
