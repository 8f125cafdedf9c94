// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import {
  blankPlan,
  blankTargetRegion,
  effectiveEncryption,
  effectiveStorage,
  type ImageVersionPlan,
} from '@portal/image-version'
import type { ImageVersion, StoredTargetRegion } from '@portal/portal-api'
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DifferenceMessage } from './DifferenceMessage.tsx'
import { ReplicationBoard } from './ReplicationBoard.tsx'
import { ReplicationSummary } from './ReplicationSummary.tsx'
import { StorageDifferenceMessage } from './StorageDifferenceMessage.tsx'

const set = (name: string) =>
  `/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/g/providers/Microsoft.Compute/diskEncryptionSets/${name}`

function aRegion(name: string, displayName: string, osDiskImage?: string): StoredTargetRegion {
  return {
    name,
    displayName,
    regionalReplicaCount: 1,
    storageAccountType: 'Standard_LRS',
    excludeFromLatest: false,
    ...(osDiskImage !== undefined && { osDiskImage }),
    dataDiskImages: [],
    replication: { state: 'Completed', progress: 100 },
  }
}

function aVersion(...targetRegions: StoredTargetRegion[]): ImageVersion {
  return {
    id: '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/g/providers/Microsoft.Compute/galleries/g/images/i/versions/1.0.0',
    name: '1.0.0',
    location: 'westus',
    tags: {},
    provisioningState: 'Succeeded',
    excludeFromLatest: false,
    replicationMode: 'Full',
    allowDeletionOfReplicatedLocations: false,
    blockDeletionBeforeEndOfLife: false,
    sourceIds: [],
    dataDisks: [],
    targetRegions,
    asOf: '2026-01-01T00:00:00Z',
  }
}

function asking(sets: Record<string, string>): ImageVersionPlan {
  return {
    ...blankPlan('definition'),
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    targetRegions: Object.entries(sets).map(([name, osDiskImage]) => ({
      ...blankTargetRegion(name),
      encryption: { osDiskImage, dataDiskImages: [], secureVMDiskEncryptionSetId: '' },
    })),
  }
}

function show(version: ImageVersion, asked?: ImageVersionPlan) {
  const encryption = effectiveEncryption(version, asked)
  const storage = effectiveStorage(version, asked)
  render(
    <FluentProvider theme={webLightTheme}>
      <DifferenceMessage encryption={encryption} regions={version.targetRegions} />
      <StorageDifferenceMessage storage={storage} regions={version.targetRegions} />
      <ReplicationBoard version={version} encryption={encryption} storage={storage} remaining={new Map()} />
    </FluentProvider>,
  )
}

const row = (name: RegExp) => within(screen.getByRole('row', { name }))

beforeEach(() => {
  Object.assign(window, { innerWidth: 1280 })
})
afterEach(cleanup)

describe('the replication board', () => {
  it('says region by region how far Azure is, and that the sets are those asked for, whatever their case', () => {
    const westUs: StoredTargetRegion = {
      ...aRegion('westus', 'West US', set('A').toUpperCase()),
      replication: { state: 'Replicating', progress: 55 },
    }
    show(aVersion(westUs, aRegion('eastus2', 'East US 2', set('B'))), asking({ westus: set('a'), eastus2: set('B') }))
    // Nothing is applied where the disks are still being copied.
    expect(row(/West US/).getByText('Requested, not applied yet')).toBeTruthy()
    expect(row(/West US/).queryByText(/^As requested/)).toBeNull()
    expect(screen.getByRole('progressbar', { name: 'Replication to West US' }).getAttribute('aria-valuetext')).toBe(
      '55%',
    )
    expect(row(/West US/).getByText('source region')).toBeTruthy()
    expect(row(/East US 2/).getByText('As requested: 1 of 1')).toBeTruthy()
    expect(screen.queryByText('The applied encryption differs from your request')).toBeNull()
  })

  it('does not let a platform key pass where a set was asked for', () => {
    show(
      aVersion(aRegion('westus', 'West US', set('A')), aRegion('eastus2', 'East US 2')),
      asking({ westus: set('A'), eastus2: set('B') }),
    )
    expect(screen.getByText('The applied encryption differs from your request')).toBeTruthy()
    expect(screen.getByText(/Cells in red: East US 2 OS disk\./)).toBeTruthy()
    expect(row(/East US 2/).getByText('Not as requested: 1 of 1')).toBeTruthy()
    expect(row(/East US 2/).getByText(/^OS disk:/).parentElement?.textContent).toBe(
      'OS disk: Platform-managed key (requested: B)',
    )
    expect(row(/West US/).getByText('As requested: 1 of 1')).toBeTruthy()
  })

  it('lists a region asked for that Azure does not', () => {
    show(aVersion(aRegion('westus', 'West US', set('A'))), asking({ westus: set('A'), japaneast: set('J') }))
    expect(row(/Japan East/).getByText('Azure doesn’t list this region')).toBeTruthy()
    expect(screen.getByText(/Cells in red: Japan East\./)).toBeTruthy()
  })

  it('sees a disk with a key in one region and none in another, even where nobody knows what was asked', () => {
    show(aVersion(aRegion('westus', 'West US', set('A')), aRegion('eastus2', 'East US 2')))
    expect(row(/East US 2/).getByText('This disk has a set in some regions but not in others')).toBeTruthy()
  })

  it('shows the requested storage only where Azure stores another one, and says so', () => {
    const zoneRedundant = { ...aRegion('eastus2', 'East US 2', set('B')), storageAccountType: 'Standard_ZRS' }
    show(
      aVersion(aRegion('westus', 'West US', set('A')), zoneRedundant),
      asking({ westus: set('A'), eastus2: set('B') }),
    )
    expect(row(/West US/).queryByText(/^Requested:/)).toBeNull()
    expect(row(/East US 2/).getByText('Requested: Standard HDD LRS')).toBeTruthy()
    expect(row(/East US 2/).getByText('Standard ZRS (Zone-redundant)')).toBeTruthy()
    expect(screen.getByText('The applied storage differs from your request')).toBeTruthy()
    expect(screen.getByText(/^Regions: East US 2\./)).toBeTruthy()
  })

  it('says that a platform key is as requested where it is, whatever number of disks', () => {
    const version = { ...aVersion(aRegion('westus', 'West US')), dataDisks: [{ lun: 0 }] }
    show(version, { ...blankPlan('definition'), targetRegions: [blankTargetRegion('westus')] })
    expect(row(/West US/).getByText('Platform-managed key, as requested')).toBeTruthy()
    expect(screen.queryByText(/As requested:/)).toBeNull()
  })

  it('leads from the name of a set to its page', () => {
    show(aVersion(aRegion('westus', 'West US', set('A'))))
    const link = row(/West US/).getByRole('link', { name: 'A' })
    expect(link.getAttribute('href')).toBe(`/disk-encryption-set?id=${encodeURIComponent(set('A'))}`)
  })

  it('says platform key where every disk has one', () => {
    show(aVersion(aRegion('westus', 'West US')))
    expect(row(/West US/).getAllByText(/Platform-managed key/).length).toBeGreaterThan(0)
    expect(screen.queryByText(/in red/)).toBeNull()
  })
})

it('says at the top why a region failed, with what Azure says once', () => {
  const details = "Replication failed in this region due to 'Failed with internal server error.'"
  const failed = (region: string) => ({
    state: 'Failed' as const,
    progress: 10,
    details,
    decoded: { code: 'ReplicationFailed' as const, params: { region, detail: details }, path: [] },
  })
  const version = aVersion(
    { ...aRegion('westus', 'West US'), replication: failed('westus') },
    { ...aRegion('eastus2', 'East US 2'), replication: failed('eastus2') },
  )
  render(
    <FluentProvider theme={webLightTheme}>
      <ReplicationSummary version={version} remaining={undefined} repairable={version.targetRegions.slice(1)} />
    </FluentProvider>,
  )
  expect(screen.getByText('Replication failed in West US and East US 2')).toBeTruthy()
  expect(screen.getByText(/^Replication to East US 2 failed\. Fix the cause/)).toBeTruthy()
  // A single one is repaired at the title.
  expect(screen.queryByRole('button', { name: 'Remove and add East US 2 again…' })).toBeNull()
  expect(screen.getAllByText(details, { exact: false, ignore: 'p:has(span)' })).toHaveLength(2)
  // Nobody can remove the source region: the advice is another one.
  expect(screen.queryByText(/^Replication to West US failed/)).toBeNull()
  expect(screen.getByText(/^West US is the source region and can’t be removed/)).toBeTruthy()
})
