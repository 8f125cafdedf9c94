import { computeId, diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { blankTargetRegion, type StoredVersion } from '@portal/image-version'
import { aManagedImage, anImageDefinition, anInventory, imageDefinitionId } from '@portal/image-version/testing'
import { check } from '@portal/version-rules'
import { describe, expect, it } from 'vitest'
import { bestSource, campaignCandidate } from './campaign-candidate.ts'
import { campaignMatrix, campaignRegions } from './campaign-matrix.ts'
import { campaignProof } from './campaign-proof.ts'
import type { CampaignSurvey, SurveyedVersion } from './campaign-survey.ts'
import { campaignBatches, type Campaign, type CampaignItem } from './campaign.ts'
import { earlierSuccessors } from './earlier-successors.ts'
import { successorNames } from './successor-names.ts'
import { successorOf } from './successor-plan.ts'
import { campaignId, toCampaignTemplate } from './to-campaign-template.ts'

const key = imageDefinitionId.toLowerCase()
const idOf = (name: string) => `${imageDefinitionId}/versions/${name}`
const image = aManagedImage('myImage')

function aVersion(name: string, overrides: Partial<StoredVersion['properties']> = {}): StoredVersion {
  return {
    id: idOf(name),
    location: 'westus',
    tags: { owner: '[resourceGroup().id]' },
    properties: {
      provisioningState: 'Succeeded',
      publishingProfile: { targetRegions: [{ name: 'East US 2' }, { name: 'West US', regionalReplicaCount: 2 }] },
      storageProfile: {
        source: { id: image.id },
        osDiskImage: { sizeInGB: 30 },
        dataDiskImages: [{ lun: 0, sizeInGB: 128 }],
      },
      ...overrides,
    },
  }
}

function aSurvey(
  versions: SurveyedVersion[],
  overrides: Partial<Parameters<typeof anInventory>[0]> = {},
): CampaignSurvey {
  const { now, gallery, imageDefinition, existingVersionNames, deletedVersionNames, diskEncryptionSets, regions } =
    anInventory(overrides)
  const definition = {
    key,
    ...(gallery && { gallery }),
    ...(imageDefinition && { imageDefinition }),
    existingVersionNames,
    ...(deletedVersionNames && { deletedVersionNames }),
    successors: [],
  }
  return { now, regions, diskEncryptionSets, versions, missing: [], definitions: [definition] }
}

const candidate = (version: StoredVersion, sources: SurveyedVersion['sources'] = [image], overrides = {}) => {
  const survey = aSurvey([{ version, sources }], overrides)
  return campaignCandidate({ version, sources }, survey.definitions[0])
}
const withProfile = (profile: object) => ({
  publishingProfile: { ...aVersion('1.0.0').properties.publishingProfile, ...profile },
})
const encryption = { osDiskImage: { diskEncryptionSetId: 'x' }, dataDiskImages: [{ lun: 0, diskEncryptionSetId: 'x' }] }
const machineSource = { storageProfile: { source: { virtualMachineId: computeId('virtualMachines', 'myVM') } } }

describe('a candidate', () => {
  it.each([
    ['its managed image, if that is still there', aVersion('1.0.0'), [image], 'OriginalSource'],
    ['disks of the version, if its image is gone', aVersion('1.0.0'), [], 'DisksOfVersion'],
    ['disks of the version, if it is from a machine', aVersion('1.0.0', machineSource), [], 'DisksOfVersion'],
  ])('is created again from %s', (_, version, sources, expected) => {
    expect(bestSource(candidate(version, sources))).toBe(expected)
  })

  it.each([
    ['AlreadyEncrypted', withProfile({ targetRegions: [{ name: 'westus', encryption }] }), {}],
    ['NotSucceeded', { provisioningState: 'Creating' }, {}],
    ['Shallow', withProfile({ replicationMode: 'Shallow' }), {}],
    ['Confidential', {}, anImageDefinition({ securityType: 'ConfidentialVM' })],
    ['SharedGallery', {}, { gallery: { id: 'g', name: 'g', location: 'westus', sharing: 'Community' } }],
    ['DefinitionHidden', {}, { imageDefinition: undefined }],
  ])('is none: %s', (obstacle, properties, inventory) => {
    expect(candidate(aVersion('1.0.0', properties), [image], inventory)).toEqual({ obstacle, ways: [], locks: [] })
  })

  it('keeps the locks that apply to it, and is none where its definition is read-only', () => {
    const surveyed = { version: aVersion('1.0.0'), sources: [image] }
    const [definition] = aSurvey([surveyed]).definitions
    const lockedBy = (scope: string, level: 'CanNotDelete' | 'ReadOnly') =>
      campaignCandidate(surveyed, definition && { ...definition, locks: [{ scope, level }] })
    expect(lockedBy(idOf('1.0.0'), 'ReadOnly')).toMatchObject({ locks: [{ level: 'ReadOnly' }] })
    expect(lockedBy(idOf('1.0.0'), 'ReadOnly')).not.toHaveProperty('obstacle')
    expect(lockedBy(idOf('1.0.01'), 'ReadOnly')).toMatchObject({ locks: [] })
    expect(lockedBy(imageDefinitionId, 'CanNotDelete')).not.toHaveProperty('obstacle')
    expect(lockedBy(imageDefinitionId, 'ReadOnly')).toMatchObject({ obstacle: 'Locked' })
  })

  it('whose disks are partly under customer-managed keys needs its original source', () => {
    const mixed = aVersion(
      '1.0.0',
      withProfile({ targetRegions: [{ name: 'westus', encryption }, { name: 'eastus2' }] }),
    )
    expect(bestSource(candidate(mixed))).toBe('OriginalSource')
    expect(candidate(mixed, []).ways.map(({ obstacle }) => obstacle)).toEqual(['SourceGone', 'PartlyEncrypted'])
  })
})

describe('a version that a campaign has created again', () => {
  const tags = { encryptioncampaignpredecessor: '1.0.0' }
  const listed = (name: string, provisioningState = 'Succeeded') => ({ name, provisioningState, tags })
  const candidateAmong = (...versions: ReturnType<typeof listed>[]) => {
    const surveyed = { version: aVersion('1.0.0'), sources: [image] }
    const [definition] = aSurvey([surveyed]).definitions
    return campaignCandidate(surveyed, definition && { ...definition, successors: earlierSuccessors(versions) })
  }

  it.each(['Succeeded', 'Creating', 'Updating'])('is no candidate while its new version is %s', (state) => {
    expect(candidateAmong(listed('1.0.2', 'Failed'), listed('1.0.1', state))).toEqual({
      obstacle: 'HasSuccessor',
      ways: [],
      locks: [],
      successor: { name: '1.0.1', predecessor: '1.0.0', isFailed: false },
    })
  })

  it('is a candidate if Azure did not complete the new one, which is named', () => {
    const found = candidateAmong(listed('1.0.1', 'Failed'))
    expect(bestSource(found)).toBe('OriginalSource')
    expect(found).toMatchObject({ successor: { name: '1.0.1', isFailed: true } })
    expect(found).not.toHaveProperty('obstacle')
  })

  it.each([
    ['is being deleted', listed('1.0.1', 'Deleting')],
    ['has only copied the tags', listed('2.0.0')],
    ['has the tag of another one', { ...listed('1.0.2'), tags: { encryptioncampaignpredecessor: '1.0.1' } }],
  ])('is none if the other version %s', (_, other) => {
    expect(candidateAmong(other)).not.toHaveProperty('successor')
  })
})

describe('the numbers of new versions', () => {
  it('are the next free patches, lower ones first, and none of the recycle bin', () => {
    const survey = aSurvey([], { existingVersionNames: ['1.0.0', '1.0.1', '2.0.0'], deletedVersionNames: ['1.0.2'] })
    const ids = ['1.0.1', '1.0.0', '2.0.0'].map(idOf)
    expect([...successorNames(survey, ids)]).toEqual([
      [idOf('1.0.0'), '1.0.3'],
      [idOf('1.0.1'), '1.0.4'],
      [idOf('2.0.0'), '2.0.1'],
    ])
  })

  it('are left out where Azure has no higher number', () => {
    const highest = idOf('1.0.2147483647')
    expect(successorNames(aSurvey([]), [highest]).size).toBe(0)
  })
})

function aCampaign(source: CampaignItem['source'], surveyed: SurveyedVersion[]): Campaign {
  const matrix = campaignMatrix(surveyed, 'EncryptionAtRestWithCustomerKey')
  const prefix = (region: string) => (region === 'westus' ? 'WestUS' : 'EastUS2')
  const filled = matrix.targetRegions.map((region) => ({
    ...region,
    encryption: {
      osDiskImage: diskEncryptionSetId(`${prefix(region.name)}DiskEncryptionSet1`),
      dataDiskImages: [
        { lun: 0, diskEncryptionSetId: diskEncryptionSetId(`${prefix(region.name)}DiskEncryptionSet2`) },
      ],
      secureVMDiskEncryptionSetId: '',
    },
  }))
  const items = surveyed.map(({ version }) => ({
    predecessorId: version.id,
    name: '1.0.1',
    source,
    regions: matrix.targetRegions.map(({ name }) => name),
    luns: [0],
  }))
  const regions = campaignRegions({ targetRegions: filled }, items)
  return { encryptionType: 'EncryptionAtRestWithCustomerKey', regions, items }
}

it('a campaign has no set of a region or disk that none of its versions has', () => {
  const surveyed = [{ version: aVersion('1.0.0'), sources: [image] }]
  const { items, regions } = aCampaign('OriginalSource', surveyed)
  const targetRegions = regions.map(({ name, ...sets }) => ({
    ...blankTargetRegion(name),
    encryption: { ...sets, secureVMDiskEncryptionSetId: '' },
  }))
  const asked = items.map((item) => ({ ...item, regions: ['West US'], luns: [] }))
  const osDiskImage = diskEncryptionSetId('WestUSDiskEncryptionSet1')
  expect(campaignRegions({ targetRegions }, asked)).toEqual([{ name: 'westus', osDiskImage, dataDiskImages: [] }])
})

describe('a new version', () => {
  const surveyed = [{ version: aVersion('1.0.0'), sources: [image] }]

  it.each(['OriginalSource', 'DisksOfVersion'] as const)('from %s passes the rules of the wizard', (source) => {
    const campaign = aCampaign(source, surveyed)
    const found = successorOf({ id: 'abc', resourceGroupName: 'rg', campaign }, 0, aSurvey(surveyed))
    expect(found && check(found.plan, found.inventory)).toEqual([])
    expect(found?.plan).toMatchObject({
      excludeFromLatest: true,
      targetRegions: [{ name: 'westus', regionalReplicaCount: 2 }, {}],
    })
  })

  it('has the tags of the old one and two of the campaign, none of them an expression', () => {
    const campaign = aCampaign('DisksOfVersion', surveyed)
    const found = successorOf({ id: 'abc', resourceGroupName: 'rg', campaign }, 0, aSurvey(surveyed))
    const { resources } = toCampaignTemplate(found ? [found] : [])
    expect(resources.map(({ type }) => type.split('/').at(-1))).toEqual(['disks', 'disks', 'versions'])
    expect(resources[2]?.tags).toEqual({
      owner: '[[resourceGroup().id]',
      EncryptionCampaign: 'rg/abc',
      EncryptionCampaignPredecessor: '1.0.0',
    })
    expect(resources[2]?.dependsOn).toHaveLength(2)
  })
})

describe('batches', () => {
  const item = (name: string, size = 1): CampaignItem => ({
    predecessorId: idOf(name),
    name,
    source: 'OriginalSource',
    regions: Array.from({ length: size }, (_, index) => `region${index}`),
    luns: Array.from({ length: size === 1 ? 0 : 64 }, (_, lun) => lun),
  })

  it('have a few versions of one definition each', () => {
    const other = { ...item('1.0.0'), predecessorId: computeId('galleries/images/versions', 'myGallery/other/1.0.0') }
    const items = [...Array.from({ length: 6 }, (_, patch) => item(`1.0.${patch}`)), other]
    expect(campaignBatches({ items })).toEqual([[0, 1, 2, 3, 4], [5], [6]])
  })

  it('have fewer versions if these have many regions and disks', () => {
    const items = Array.from({ length: 4 }, (_, patch) => item(`1.0.${patch}`, 60))
    expect(campaignBatches({ items })).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  it('stay within Azure’s limits of a template for two hundred versions in sixty regions', async () => {
    const version = aVersion('1.0.0')
    const regions = Array.from({ length: 60 }, (_, index) => `region${index}`)
    const surveyed = Array.from({ length: 200 }, (_, patch) => ({
      version: { ...version, id: idOf(`1.0.${patch}`) },
      sources: [image],
    }))
    const campaign: Campaign = {
      ...aCampaign('DisksOfVersion', surveyed),
      regions: regions.map((name) => ({ name, osDiskImage: diskEncryptionSetId(`${name}-set`), dataDiskImages: [] })),
    }
    const items = campaign.items.map((each, index) => ({ ...each, name: `2.0.${index}`, regions, luns: [0, 1, 2, 3] }))
    const whole = { ...campaign, items }
    const of = { id: await campaignId(whole), resourceGroupName: 'rg', campaign: whole }
    const survey = aSurvey(surveyed)
    for (const batch of campaignBatches(whole)) {
      const successors = batch.flatMap((index) => successorOf(of, index, survey) ?? [])
      const template = toCampaignTemplate(successors)
      expect(template.resources.length).toBeLessThanOrEqual(800)
      expect(JSON.stringify(template).length).toBeLessThan(4 * 1024 ** 2)
    }
    expect(JSON.stringify(whole).length).toBeLessThan(1024 ** 2)
  })
})

describe('the proof', () => {
  const surveyed = [{ version: aVersion('1.0.0'), sources: [image] }]
  const campaign = aCampaign('OriginalSource', surveyed)
  const [item] = campaign.items
  const row = (name: string, prefix: string, state: 'Completed' | 'Replicating' | 'Failed' = 'Completed') => ({
    name,
    osDiskImage: diskEncryptionSetId(`${prefix}DiskEncryptionSet1`),
    dataDiskImages: [{ lun: 0, diskEncryptionSetId: diskEncryptionSetId(`${prefix}DiskEncryptionSet2`) }],
    replication: { state, progress: 100 },
  })
  const [west, east] = [row('westus', 'WestUS'), row('eastus2', 'EastUS2')]
  const withoutSet = { ...east, osDiskImage: undefined }
  it.each([
    ['Proven', 'Succeeded', [west, east], []],
    ['Replicating', 'Succeeded', [west, row('eastus2', 'EastUS2', 'Replicating')], []],
    ['Replicating', 'Creating', [west, east], []],
    ['Failed', 'Succeeded', [west, row('eastus2', 'EastUS2', 'Failed')], ['eastus2']],
    ['Failed', 'Succeeded', [west], ['eastus2']],
    ['Different', 'Succeeded', [west, withoutSet], ['eastus2']],
    ['Different', 'Succeeded', [west, row('eastus2', 'WestUS')], ['eastus2']],
  ])('is %s for a version that is %s', (state, provisioningState, targetRegions, regions) => {
    const stored = { provisioningState, targetRegions, dataDisks: [{ lun: 0 }] }
    expect(item && campaignProof(campaign, item, stored)).toEqual({ state, regions })
  })
})
