import { isStagingRegion, type Region } from '@portal/disk-encryption'
import type { RegionsTexts } from './regions-texts.ts'

/** Regions of one part of the world, under its name. */
interface RegionGroup {
  label: string
  regions: Region[]
}

type Texts = Pick<RegionsTexts, 'groups' | 'staging' | 'others' | 'withSets'>

/** The name of the group that a region is listed in: Azure's geography group, in the language shown. */
function groupOf(region: Region, t: Texts): string {
  if (isStagingRegion(region)) return t.staging
  const { geographyGroup } = region
  return geographyGroup === undefined ? t.others : (t.groups[geographyGroup] ?? geographyGroup)
}

/**
 * Regions with sets first, then the others by geography: the group of the region `near` first, then by name; staging
 * regions are always last.
 */
export function regionGroups(
  regions: readonly Region[],
  t: Texts,
  { near = '', withSets = new Map() }: { near?: string; withSets?: ReadonlyMap<string, number> } = {},
): RegionGroup[] {
  const home = regions.find(({ name }) => name === near)
  const first = home && groupOf(home, t)
  const rank = (label: string) =>
    label === t.staging ? 4 : label === t.others ? 3 : label === t.withSets ? 0 : label === first ? 1 : 2
  return [
    ...Map.groupBy(regions, (region) =>
      withSets.has(region.name) && !isStagingRegion(region) ? t.withSets : groupOf(region, t),
    ),
  ]
    .map(([label, members]) => ({ label, regions: members }))
    .toSorted((one, other) => rank(one.label) - rank(other.label) || one.label.localeCompare(other.label))
}

/**
 * The regions that match every word of `typed`: in their name, their place, or their geography. Words that start with
 * the typed ones count; only if there are none, those that contain them.
 */
export function foundRegions(regions: readonly Region[], typed: string, t: Texts): Region[] {
  const asked = folded(typed).split(/\s+/).filter(Boolean)
  const matching = (isMatch: (word: string, part: string) => boolean) =>
    regions.filter((region) => {
      const words = wordsOf(region, t)
      return asked.every((part) => words.some((word) => isMatch(word, part)))
    })
  const starting = matching((word, part) => word.startsWith(part))
  return starting.length > 0 ? starting : matching((word, part) => word.includes(part))
}

function wordsOf(region: Region, t: Texts): string[] {
  const { name, displayName, geography, geographyGroup, physicalLocation } = region
  const texts = [name, displayName, geography, geographyGroup, groupOf(region, t), physicalLocation]
  return folded(texts.join(' ')).split(/[^\p{L}\p{N}]+/u)
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}
