import type { Portal } from './portal.ts'

/** What Azure stores of a version's regions: the short name of each with its encryption block as JSON. */
export function storedRegionsOf(portal: Portal, versionId: string): [name: string, encryption: string][] {
  const publishing = portal.azure.world.store.get(versionId)?.properties['publishingProfile']
  const isThere = typeof publishing === 'object' && publishing !== null && 'targetRegions' in publishing
  const regions: unknown = isThere ? publishing.targetRegions : undefined
  if (!Array.isArray(regions)) throw new Error('The version has no regions')
  return regions.map((region: unknown) => {
    if (typeof region !== 'object' || region === null || !('name' in region)) throw new Error('A region has no name')
    const name = String(region.name).replaceAll(' ', '').toLowerCase()
    return [name, 'encryption' in region ? JSON.stringify(region.encryption) : '']
  })
}
