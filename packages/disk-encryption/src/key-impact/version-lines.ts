import { sameRegion } from '@portal/arm'
import type { ImpactLine } from './impact.ts'
import type { ImpactedVersion, KeyImpactFacts } from './key-impact-facts.ts'
import type { SetStanding } from './set-standings.ts'
import { worstStanding } from './worst-standing.ts'

/**
 * What happens to image versions, region by region: a replica, and what is created from it, needs the sets of its
 * region. https://learn.microsoft.com/azure/virtual-machines/image-version-encryption
 */
export function versionLines(
  { versions, deletedVersionIds = [] }: KeyImpactFacts,
  standingOf: (setId: string) => SetStanding,
): ImpactLine[] {
  return [
    ...versions.flatMap((version) => linesOf(version, standingOf)),
    ...deletedVersionIds.map((id): ImpactLine => ({
      list: 'unknown',
      code: 'DeletedVersionKeys',
      kind: 'deletedVersion',
      id,
    })),
  ]
}

const effects: Record<SetStanding, Pick<ImpactLine, 'list' | 'code'>> = {
  gone: { list: 'cannotCreate', code: 'VersionNeedsKey' },
  expired: { list: 'cannotCreate', code: 'VersionNeedsKey' },
  leaving: { list: 'unknown', code: 'PreviousKey' },
  rekeyedConfidential: { list: 'unknown', code: 'ConfidentialKeyChange' },
  rekeyed: { list: 'goesOn', code: 'FollowsNewKey' },
  untouched: { list: 'goesOn', code: 'OtherRegions' },
}

function linesOf(version: ImpactedVersion, standingOf: (setId: string) => SetStanding): ImpactLine[] {
  const { id, location, regions } = version
  const byStanding = Map.groupBy(regions, ({ setIds }) => worstStanding(setIds, standingOf))
  const lines = [...byStanding].map(([standing, found]): ImpactLine => ({
    ...effects[standing],
    kind: 'version',
    id,
    regions: found.map(({ name }) => name),
  }))
  const lost = [...(byStanding.get('gone') ?? []), ...(byStanding.get('expired') ?? [])]
  if (!lost.some(({ name }) => sameRegion(name, location))) return lines
  return [...lines, { list: 'unknown', code: 'ReplicationFromHome', kind: 'version', id }]
}
