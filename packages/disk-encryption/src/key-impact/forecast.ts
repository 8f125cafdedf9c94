import type { ImpactEvent } from './impact-event.ts'
import { impactLists, type ImpactLine, type ImpactList } from './impact.ts'
import type { KeyImpactFacts, ImpactedDisk, ImpactedScaleSet } from './key-impact-facts.ts'
import { machineLines, machineEffects } from './machine-lines.ts'
import { powerOf, type Power } from './power.ts'
import { setStandings, type SetStanding } from './set-standings.ts'
import { versionLines } from './version-lines.ts'
import { worstStanding } from './worst-standing.ts'

/** What follows, in five lists; a resource can be in several. */
export type KeyImpactForecast = Record<ImpactList, ImpactLine[]>

/**
 * What stops, fails and goes on if something happens to a key that works now, from documented rules alone. It reads and
 * changes nothing. https://learn.microsoft.com/azure/virtual-machines/disk-encryption#full-control-of-your-keys
 */
export function forecastKeyImpact(facts: KeyImpactFacts, event: ImpactEvent): KeyImpactForecast {
  const standingOf = setStandings(facts, event)
  const isRevoked = event.type === 'vaultClosed'
  const lines = [
    ...machineLines(facts, standingOf, isRevoked),
    ...scaleSetLines(facts, standingOf, isRevoked),
    ...setLines(facts, standingOf),
    ...versionLines(facts, standingOf),
    ...diskLines(facts, standingOf),
  ]
  const byList = Map.groupBy(lines, ({ list }) => list)
  const [stops, failsAtStart, cannotCreate, goesOn, unknown] = impactLists
  return {
    stops: byList.get(stops) ?? [],
    failsAtStart: byList.get(failsAtStart) ?? [],
    cannotCreate: byList.get(cannotCreate) ?? [],
    goesOn: byList.get(goesOn) ?? [],
    unknown: byList.get(unknown) ?? [],
  }
}

/** What happens to the sets themselves, that is to what is created with them from then on. */
function setLines({ sets }: KeyImpactFacts, standingOf: (setId: string) => SetStanding): ImpactLine[] {
  return sets.flatMap(({ id }): ImpactLine[] => {
    const line = (list: ImpactLine['list'], code: ImpactLine['code']): ImpactLine => ({ list, code, kind: 'set', id })
    switch (standingOf(id)) {
      case 'gone':
      case 'expired':
        return [line('cannotCreate', 'SetNeedsKey')]
      case 'leaving':
        return [line('unknown', 'PreviousKey')]
      case 'rekeyedConfidential':
        return [line('unknown', 'ConfidentialKeyChange')]
      case 'rekeyed':
        return [line('goesOn', 'FollowsNewKey'), line('unknown', 'OldKeyUntilChanged')]
      case 'untouched':
        return [line('goesOn', 'OtherKey')]
    }
  })
}

/**
 * What happens to disks without a machine, and to snapshots. An attached disk shares the fate of its machine, or of the
 * scale set of its instance; a machine that the user can't read is not known.
 */
function diskLines({ disks, machines }: KeyImpactFacts, standingOf: (setId: string) => SetStanding): ImpactLine[] {
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

/**
 * What happens to scale sets: new instances need the sets of the model, and the existing ones of a uniform scale set
 * those of their disks, which can be older than the model. Those of a flexible one are virtual machines with lines of
 * their own. https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-upgrade-policy
 */
function scaleSetLines(
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
