import { blankTargetRegion } from '@portal/image-version'
import * as api from '@portal/portal-api'
import { noChange } from '@portal/version-update'
import { blankRevocation } from '@portal/version-update/testing'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestPortal, type Reply, type SignedIn, type TestPortal } from '../testing/portal.ts'

// Every endpoint with an ID parameter, called with invalid IDs.

const subscriptionId = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup`
const compute = `${group}/providers/Microsoft.Compute`
const gallery = `${compute}/galleries/contosoGallery`
const definition = `${gallery}/images/ubuntu-web`
const version = `${definition}/versions/1.0.0`
const set = `${compute}/diskEncryptionSets/WestUSDiskEncryptionSet1`
const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv-roles-wus`
const identity = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/image-pipeline`
const machine = `${compute}/virtualMachines/web-template-vm`
const deploymentOf = (name: string) => `${group}/providers/Microsoft.Resources/deployments/${name}`
const work = deploymentOf(`image-version-${'0'.repeat(8)}-${'0'.repeat(12)}`)
const preparation = deploymentOf(`disk-encryption-sets-${'0'.repeat(40)}`)
const campaign = deploymentOf(`encrypt-versions-${'0'.repeat(16)}`)
const cleanUp = deploymentOf(`clean-up-versions-${'0'.repeat(40)}`)
const addsARegion = { ...noChange(), addedRegions: [blankTargetRegion('westus3')] }
const principalId = 'c0470500-0000-4000-8000-00000000b002'
const fingerprint = '0'.repeat(64)
const page = { direction: 'asc', page: '0' }

interface Case {
  endpoint: { method: 'GET' | 'PUT' | 'POST' | 'DELETE'; path: string }
  /** a valid input; each of its IDs is replaced in turn */
  input: Record<string, unknown>
}

const cases: Case[] = [
  { endpoint: api.getKeyVaultPermissions, input: { vaultId: vault } },
  { endpoint: api.getDiskEncryptionSet, input: { id: set } },
  { endpoint: api.getDiskEncryptionSetUses, input: { id: set } },
  { endpoint: api.browseGalleries, input: { ...page, sort: 'name', subscriptionId } },
  { endpoint: api.browseImageDefinitions, input: { ...page, sort: 'name', galleryId: gallery } },
  { endpoint: api.browseDiskEncryptionSets, input: { ...page, sort: 'name', subscriptionId } },
  { endpoint: api.browseVirtualMachines, input: { ...page, sort: 'name', subscriptionId } },
  {
    endpoint: api.browseImageVersionUses,
    input: { ...page, sort: 'name', shown: 'ofVersion', imageVersionId: version },
  },
  { endpoint: api.countImageVersionUses, input: { imageVersionId: version } },
  { endpoint: api.browseImageVersions, input: { ...page, sort: 'name', galleryId: gallery } },
  { endpoint: api.browseVirtualMachines, input: { ...page, sort: 'name', galleryId: gallery } },
  { endpoint: api.browseDisks, input: { ...page, sort: 'name', subscriptionId } },
  { endpoint: api.browseDisks, input: { ...page, sort: 'name', galleryId: gallery } },
  { endpoint: api.checkKeyHealth, input: { subscriptionId, calls: '5' } },
  { endpoint: api.getKeyImpact, input: { diskEncryptionSetId: set } },
  { endpoint: api.getKeyImpact, input: { imageVersionId: version } },
  { endpoint: api.getKeyImpact, input: { virtualMachineId: machine } },
  { endpoint: api.browseKeys, input: { ...page, sort: 'key', subscriptionId } },
  { endpoint: api.getAlertFacts, input: { subscriptionId } },
  { endpoint: api.surveyKeyHealth, input: { subscriptionId, page: '0' } },
  { endpoint: api.listGalleries, input: { subscriptionId } },
  { endpoint: api.listGalleryQuotas, input: { subscriptionId } },
  { endpoint: api.getGallery, input: { id: gallery } },
  { endpoint: api.listImageDefinitions, input: { galleryId: gallery } },
  { endpoint: api.getGalleryOptions, input: { subscriptionId } },
  { endpoint: api.getOperationOutcome, input: { id: version, kind: 'imageVersion' } },
  { endpoint: api.getOperationOutcome, input: { id: work, kind: 'versionWork' } },
  { endpoint: api.getOperationOutcome, input: { id: campaign, kind: 'campaign' } },
  { endpoint: api.getDeletion, input: { id: gallery } },
  { endpoint: api.listImageVersionPermissions, input: { id: version } },
  { endpoint: api.getStoredImageVersion, input: { id: version } },
  { endpoint: api.getVersionWork, input: { id: work } },
  { endpoint: api.listVersionWork, input: { imageVersionId: version } },
  { endpoint: api.listImageVersions, input: { imageDefinitionId: definition } },
  { endpoint: api.getImageVersion, input: { id: version } },
  { endpoint: api.getImageVersionProof, input: { id: version } },
  { endpoint: api.getInventory, input: { imageDefinitionId: definition } },
  { endpoint: api.listSourceResources, input: { subscriptionId } },
  { endpoint: api.getSourceResource, input: { id: machine } },
  { endpoint: api.listKeyVaults, input: { subscriptionId, location: 'westus' } },
  { endpoint: api.listKeys, input: { vaultId: vault } },
  { endpoint: api.listKeyVersions, input: { vaultId: vault, keyName: 'k' } },
  { endpoint: api.listPolicyAssignments, input: { galleryId: gallery } },
  { endpoint: api.getPreparation, input: { id: preparation } },
  { endpoint: api.assignPolicies, input: { subscriptionId, policies: { versionKeys: 'Audit' } } },
  { endpoint: api.getVersionEvents, input: { imageDefinitionId: definition } },
  { endpoint: api.deleteVersionEvents, input: { imageDefinitionId: definition, name: 'versions' } },
  { endpoint: api.listPreparations, input: { subscriptionId, resourceGroupName: 'myResourceGroup' } },
  { endpoint: api.listRegistrations, input: { subscriptionId } },
  { endpoint: api.listRegionPlaces, input: { subscriptionId } },
  { endpoint: api.listAllowedActions, input: { subscriptionId, galleryId: gallery } },
  { endpoint: api.getVirtualMachineInventory, input: { imageVersionId: version, subscriptionId, location: 'westus' } },
  {
    endpoint: api.acceptPurchaseTerms,
    input: { subscriptionId, publisherId: 'northwind', offerId: 'linux', planId: 'gen2' },
  },
  { endpoint: api.getSoftDeleteFacts, input: { id: gallery } },
  {
    endpoint: api.changeSoftDeletePolicy,
    input: { id: gallery, policy: { isSoftDeleteEnabled: false, retentionPeriodInDays: 30, gracePeriodInDays: 7 } },
  },
  { endpoint: api.getStoredDefinition, input: { id: definition } },
  {
    endpoint: api.changeDiskControllers,
    input: { id: definition, change: { diskControllerTypes: 'SCSI, NVMe', startsAtVersion: '2.0.0' } },
  },
  { endpoint: api.listDeletedVersions, input: { imageDefinitionId: definition } },
  { endpoint: api.restoreImageVersion, input: { id: version } },
  { endpoint: api.purgeImageVersion, input: { id: version } },
  { endpoint: api.listDeletedVersionsNearSet, input: { diskEncryptionSetId: set } },
  { endpoint: api.getVirtualMachine, input: { id: machine } },
  { endpoint: api.repairKeyVault, input: { action: 'enablePurgeProtection', vaultId: vault } },
  { endpoint: api.changeDiskEncryptionSetKey, input: { id: set, change: { rotationToLatestKeyVersionEnabled: true } } },
  { endpoint: api.deleteDiskEncryptionSet, input: { id: set } },
  { endpoint: api.deleteGalleryResource, input: { id: version } },
  ...[version, set].flatMap((id) => [
    { endpoint: api.listResourceLocks, input: { id } },
    { endpoint: api.setResourceLock, input: { id, level: 'ReadOnly', notes: '' } },
    { endpoint: api.removeResourceLock, input: { id, name: 'keep' } },
  ]),
  { endpoint: api.getAccess, input: { id: version, purpose: 'deploy', principalId } },
  {
    endpoint: api.getAccess,
    input: { id: definition, purpose: 'pipeline', plan: { setIds: [set], sourceIds: [machine] }, identityId: identity },
  },
  { endpoint: api.getAccess, input: { id: gallery, purpose: 'cleanUp', identityId: identity } },
  ...[api.giveAccess, api.takeAccessBack].map((endpoint) => ({
    endpoint,
    input: { id: version, purpose: 'deploy', principalId, assignments: [{ role: 'imageReader', scope: definition }] },
  })),
  { endpoint: api.updateImageVersion, input: { id: version, change: noChange(), fingerprint } },
  {
    endpoint: api.revokeImageVersion,
    input: { id: version, revocation: { ...blankRevocation, reason: 'Flaw' }, fingerprint },
  },
  { endpoint: api.undoRevocation, input: { id: version, fingerprint } },
  { endpoint: api.listAncestors, input: { imageVersionId: version } },
  { endpoint: api.listDescendants, input: { imageVersionId: version } },
  { endpoint: api.startRollout, input: { id: version, change: addsARegion, fingerprint, batches: [['westus3']] } },
  { endpoint: api.startRegionRepair, input: { id: version, regions: ['westus'], fingerprint } },
  {
    endpoint: api.changeLatest,
    input: {
      kind: 'Promotion',
      imageVersionId: version,
      regions: ['westus'],
      excludesPredecessor: true,
      seen: [{ id: version, fingerprint }],
    },
  },
  { endpoint: api.getTestMachine, input: { id: machine } },
  { endpoint: api.deleteTestMachine, input: { id: machine } },
  { endpoint: api.getLatestVersions, input: { imageDefinitionId: definition } },
  { endpoint: api.listLatestWork, input: { imageDefinitionId: definition } },
  { endpoint: api.listLatestFollowers, input: { imageDefinitionId: definition } },
  { endpoint: api.cancelVersionWork, input: { id: work } },
  { endpoint: api.getCampaign, input: { id: campaign } },
  { endpoint: api.getCleanUp, input: { id: cleanUp } },
  { endpoint: api.listCleanUps, input: { galleryId: gallery } },
  { endpoint: api.cleanUpVersion, input: { id: cleanUp, item: 0 } },
  {
    endpoint: api.previewCleanUp,
    input: { scopeId: gallery, action: 'delete', rule: { name: 'Old', keepNewest: 1, keepTag: 'keep' } },
  },
  { endpoint: api.getCampaignProofs, input: { id: campaign, items: [0] } },
  { endpoint: api.startCampaignBatch, input: { id: campaign, start: { batch: 0 }, confirmation: 'x' } },
  { endpoint: api.replaceVersion, input: { id: campaign, item: 0, action: 'exclude', confirmation: 'x' } },
  { endpoint: api.getCampaignStatement, input: { id: campaign } },
  { endpoint: api.listCampaigns, input: { subscriptionId } },
  { endpoint: api.changeDemoKey, input: { id: `${vault}/keys/images-key-1`, enabled: true } },
  { endpoint: api.retryPreparation, input: { id: preparation } },
  { endpoint: api.register, input: { subscriptionId, name: 'Microsoft.Compute' } },
  { endpoint: api.snapshotVirtualMachine, input: { virtualMachineId: machine, at: '2026-11-24T10:00:00.000Z' } },
]

/** Invalid IDs, derived from a valid one. */
const spoilt: [string, (id: string) => string][] = [
  ['that climbs', (id) => id.replace(/[^/]+$/, '..')],
  ['that stands still', (id) => id.replace(/[^/]+$/, '.')],
  ['that climbs in code', (id) => id.replace(/[^/]+$/, '%2e%2e')],
  ['with a slash in code', (id) => id.replace(/[^/]+$/, 'a%2Fb')],
  ['with a backslash', (id) => id.replace(/[^/]+$/, 'a\\b')],
  ['with a NUL', (id) => id.replace(/[^/]+$/, 'a\0b')],
  ['with a query', (id) => `${id}?api-version=1`],
  ['with a fragment', (id) => `${id}#x`],
  ['with something behind it', (id) => `${id}/extra`],
  ['of another provider', (id) => id.replace(/providers\/[^/]+/, 'providers/Microsoft.Network')],
]

let portal: TestPortal
let asAda: SignedIn
beforeAll(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
beforeEach(() => void (portal.azure.requests.length = 0))
afterAll(() => portal.close())

function asked({ method, path }: Case['endpoint'], input: Record<string, unknown>): Promise<Reply> {
  return method === 'GET'
    ? asAda.get(path, Object.fromEntries(Object.entries(input).map(([name, value]) => [name, String(value)])))
    : asAda.send(method, path, input)
}

const isId = (name: string) => /^id$|Id$/.test(name)

it.each(cases.map((each) => [`${each.endpoint.method} ${each.endpoint.path}`, each] as const))(
  'S27: %s asks Azure nothing for what is no id of its type',
  async (_, { endpoint, input }) => {
    const right = await asked(endpoint, input)
    // otherwise the rest would be rejected for another reason
    expect(right.status).not.toBe(400)
    const ids = Object.keys(input).filter(isId)
    expect(ids).not.toEqual([])
    for (const name of ids) {
      const id = String(input[name])
      for (const [what, spoil] of spoilt) {
        if (spoil(id) === id) continue
        portal.azure.requests.length = 0
        const reply = await asked(endpoint, { ...input, [name]: spoil(id) })
        expect([name, what, reply.status]).toEqual([name, what, 400])
        expect(portal.azure.requests).toEqual([])
      }
    }
  },
)

// these accept plans, whose IDs are validated with all else in them
const ofPlans = [
  '/api/image-versions',
  '/api/galleries',
  '/api/image-definitions',
  '/api/virtual-machines',
  '/api/virtual-machine-previews',
  '/api/preparations',
  '/api/preparation-previews',
  '/api/preparation-options',
  '/api/estate/image-versions',
  '/api/connection-checks',
  // their IDs are of a closed list
  '/api/demo/scenarios/begin',
  '/api/demo/scenarios/key',
  '/api/demo/scenarios/removed',
]

it('S27: no endpoint that takes an id is left out here', () => {
  const endpoints = Object.values(api).filter(
    (each): each is api.Endpoint<never, never> => typeof each === 'object' && 'path' in each && 'request' in each,
  )
  const takesId = ({ request }: api.Endpoint<never, never>) => {
    const { shape = {} } = request as { shape?: object }
    return Object.keys(shape).some(isId)
  }
  const tried = new Set(cases.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`))
  const left = endpoints
    .filter(takesId)
    .filter(({ method, path }) => !tried.has(`${method} ${path}`) && !ofPlans.includes(path))
  expect(left.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})
