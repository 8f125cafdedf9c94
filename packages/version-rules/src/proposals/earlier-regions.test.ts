import { blankTargetRegion, type ImageVersionPlan, type TargetRegion } from '@portal/image-version'
import { anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { proposedRegions } from './earlier-regions.ts'

const stored = (name: string, replicas: number, storage: 'Standard_LRS' | 'Standard_ZRS' = 'Standard_LRS') => ({
  ...blankTargetRegion(name),
  regionalReplicaCount: replicas,
  storageAccountType: storage,
})

function proposed(plan: Partial<ImageVersionPlan>, regions: TargetRegion[]) {
  const inventory = anInventory({ latestEncryptedVersion: { name: '1.1.0', targetRegions: regions } })
  return proposedRegions(aPlan({ targetRegions: [blankTargetRegion('westus')], ...plan }), inventory)
}

describe('the regions of the latest encrypted version', () => {
  it('are added, and a region that differs from the defaults keeps its replicas and storage', () => {
    expect(proposed({}, [stored('westus', 2), stored('eastus2', 1)])).toEqual({
      like: '1.1.0',
      targetRegions: [stored('westus', 2), blankTargetRegion('eastus2')],
      added: ['eastus2'],
      changed: ['westus'],
    })
  })

  it('leave a region with settings of its own, and all sets, as they are', () => {
    const own = customerManaged('westus', { os: 'WestUSDiskEncryptionSet1' }, { regionalReplicaCount: 5 })
    const { targetRegions, changed } =
      proposed({ targetRegions: [own] }, [stored('westus', 2), stored('eastus2', 1)]) ?? {}
    expect(changed).toEqual([])
    expect(targetRegions?.[0]).toBe(own)
  })

  it('are compared with the plan’s own defaults', () => {
    expect(proposed({ replicaCount: 2 }, [stored('westus', 2)])).toBeUndefined()
    expect(
      proposed({ storageAccountType: 'PreferStandard_ZRS' }, [stored('eastus2', 1, 'Standard_ZRS')])?.targetRegions,
    ).toEqual([blankTargetRegion('westus'), blankTargetRegion('eastus2')])
  })

  it('leave out a region without image versions today', () => {
    expect(proposed({}, [stored('westus', 1), stored('closedregion', 1)])).toBeUndefined()
  })

  it.each([
    ['the plan has no region yet', { location: '' }],
    ['a shallow version stays at home', { replicationMode: 'Shallow' }],
  ] as const)('are not proposed: %s', (_, plan) => {
    expect(proposed(plan, [stored('westus', 2), stored('eastus2', 1)])).toBeUndefined()
  })

  it('are not proposed if no version is encrypted', () => {
    expect(proposedRegions(aPlan(), anInventory())).toBeUndefined()
  })
})
