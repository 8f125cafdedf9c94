import type { Json } from '../../json.ts'
import type { Answer, StartedAzure } from '../azure.ts'

/** A request and what came back. */
export interface Exchanged {
  method: string
  path: string
  answer: Answer
}

type Call = [method: string, path: string, body?: Json]

/**
 * Every operation of the simulator, once: resources are created, read, listed, changed, used and deleted again.
 * `bodyOf` can replace a body that is sent.
 */
export async function sweep(
  azure: StartedAzure,
  bodyOf: (method: string, path: string, body: Json) => Json = (_method, _path, body) => body,
): Promise<Exchanged[]> {
  const [ada, owner] = [await azure.as('Ada'), await azure.asOwner()]
  const done: Exchanged[] = []
  for (const [method, path, body] of callsOf(azure)) {
    const caller = path.includes('/locks/') ? owner : ada
    const answer = await caller(method, path, body && bodyOf(method, path, body))
    done.push({ method, path, answer })
    for (const name of ['azure-asyncoperation', 'location']) {
      const url = answer.headers.get(name)
      if (url === null) continue
      // Past the longest replication, so that the last answer of each operation is seen.
      azure.clock.advance(10 * 60_000)
      done.push({ method: 'GET', path: new URL(url).pathname, answer: await ada('GET', url) })
    }
  }
  return done
}

const definition = {
  osType: 'Linux',
  osState: 'Generalized',
  hyperVGeneration: 'V2',
  architecture: 'x64',
  identifier: { publisher: 'contoso', offer: 'sweep', sku: 'one' },
  features: [
    { name: 'SecurityType', value: 'TrustedLaunchSupported' },
    { name: 'DiskControllerTypes', value: 'SCSI, NVMe' },
    { name: 'IsAcceleratedNetworkSupported', value: 'True' },
    { name: 'IsHibernateSupported', value: 'True' },
  ],
}

function callsOf({ compute, production, simulator }: StartedAzure): Call[] {
  const subscription = `/subscriptions/${production}`
  const group = `${subscription}/resourceGroups/myResourceGroup`
  const location = 'westus'
  const set = compute('diskEncryptionSets/WestUSDiskEncryptionSet1')
  const encryption = { osDiskImage: { diskEncryptionSetId: set } }
  const version = {
    location,
    properties: {
      // Set, otherwise the response has a strategy, which the official files of 2023 do not have.
      publishingProfile: { targetRegions: [{ name: location, encryption }], storageAccountType: 'Standard_LRS' },
      storageProfile: { osDiskImage: { source: { id: compute('snapshots/myOSSnapshot') } } },
    },
  }
  const machine = {
    location,
    properties: {
      hardwareProfile: { vmSize: 'Standard_D2s_v5' },
      osProfile: { computerName: 'sweep', adminUsername: 'ada', adminPassword: 'a-Password-1' },
      storageProfile: { imageReference: { id: compute('galleries/sweepGallery/images/sweep') } },
      networkProfile: { networkInterfaces: [] },
    },
  }
  const lock = {
    properties: { level: 'CanNotDelete', notes: 'For the sweep', owners: [{ applicationId: production }] },
  }
  const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv-sweep`
  const crud = (path: string, body: Json, change: Json = { tags: { a: 'b' } }): Call[] => [
    ['PUT', path, body],
    ['GET', path],
    ['PATCH', path, change],
    ['GET', path.replace(/\/[^/]+$/, '')],
  ]
  return [
    ['GET', '/subscriptions'],
    [
      'POST',
      `${subscription}/providers/Microsoft.KeyVault/checkNameAvailability`,
      { name: 'kv-sweep', type: 'Microsoft.KeyVault/vaults' },
    ],
    ['GET', subscription],
    ['GET', `${subscription}/locations`],
    ['GET', `${subscription}/providers`],
    ['GET', `${subscription}/providers/Microsoft.Compute`],
    ['POST', `${subscription}/providers/Microsoft.Compute/register`],
    ['GET', `${subscription}/providers/Microsoft.Features/providers/Microsoft.Compute/features`],
    [
      'POST',
      `${subscription}/providers/Microsoft.Features/providers/Microsoft.Compute/features/SIGEncryption/register`,
    ],
    ['GET', `${subscription}/providers/Microsoft.Features/features`],
    ['GET', `${subscription}/providers/Microsoft.Compute/locations/westus/vmSizes`],
    ['GET', `${subscription}/resources`],
    ['GET', `${subscription}/resources?$top=2&$expand=createdTime,changedTime,provisioningState`],
    ['GET', `${group}/resources`],
    ...[subscription, group].flatMap((scope): Call[] => [
      ['PUT', `${scope}/providers/Microsoft.Authorization/locks/sweep`, lock],
      ['GET', `${scope}/providers/Microsoft.Authorization/locks/sweep`],
      ['GET', `${scope}/providers/Microsoft.Authorization/locks`],
      ['DELETE', `${scope}/providers/Microsoft.Authorization/locks/sweep`],
    ]),
    ...crud(`${subscription}/resourcegroups/sweepGroup`, { location }),
    ['DELETE', `${subscription}/resourcegroups/sweepGroup`],
    ...crud(compute('galleries/sweepGallery'), { location }),
    ['GET', `${subscription}/providers/Microsoft.Compute/galleries`],
    ...crud(compute('galleries/sweepGallery/images/sweep'), { location, properties: definition }),
    ...crud(compute('galleries/sweepGallery/images/sweep/versions/1.0.0'), version),
    ['GET', `${compute('galleries/sweepGallery/images/sweep/versions/1.0.0')}?$expand=ReplicationStatus`],
    ['GET', compute('diskEncryptionSets/WestUSDiskEncryptionSet1')],
    ['GET', compute('diskEncryptionSets')],
    ['GET', `${set}/associatedResources`],
    ...crud(compute('disks/sweepDisk'), {
      location,
      properties: {
        creationData: { createOption: 'Empty' },
        diskSizeGB: 8,
        supportedCapabilities: { acceleratedNetwork: true, architecture: 'x64', diskControllerTypes: 'SCSI, NVMe' },
      },
    }),
    ...crud(compute('snapshots/sweepSnapshot'), {
      location,
      properties: { creationData: { createOption: 'Copy', sourceResourceId: compute('disks/sweepDisk') } },
    }),
    ['POST', `${compute('snapshots/sweepSnapshot')}/beginGetAccess`, { access: 'Read', durationInSeconds: 60 }],
    ['POST', `${compute('snapshots/sweepSnapshot')}/endGetAccess`],
    ...crud(compute('virtualMachines/sweep-vm'), machine),
    ['GET', `${compute('virtualMachines/sweep-vm')}/instanceView`],
    ['GET', `${compute('virtualMachines/sweep-vm')}?$expand=instanceView`],
    ...['powerOff', 'start', 'restart', 'deallocate', 'generalize'].map((action): Call => [
      'POST',
      `${compute('virtualMachines/sweep-vm')}/${action}`,
    ]),
    ...crud(compute('images/sweepImage'), {
      location,
      properties: { hyperVGeneration: 'V2', sourceVirtualMachine: { id: compute('virtualMachines/sweep-vm') } },
    }),
    ...crud(vault, { location, properties: { tenantId: simulator.tenantId, sku: { family: 'A', name: 'standard' } } }),
    ...crud(`${vault}/keys/sweep-key`, { properties: { kty: 'RSA' } }).filter(([method]) => method !== 'PATCH'),
    [
      'PUT',
      compute('diskEncryptionSets/sweepSet'),
      {
        location,
        identity: { type: 'SystemAssigned' },
        properties: { activeKey: simulator.world.store.get(set)?.properties['activeKey'] },
      },
    ],
    ['POST', '/providers/Microsoft.ResourceGraph/resources', { query: 'Resources | summarize count() by type' }],
    ...[
      compute('diskEncryptionSets/sweepSet'),
      compute('images/sweepImage'),
      compute('virtualMachines/sweep-vm'),
      compute('snapshots/sweepSnapshot'),
      compute('disks/sweepDisk'),
      compute('galleries/sweepGallery/images/sweep/versions/1.0.0'),
      compute('galleries/sweepGallery/images/sweep'),
      compute('galleries/sweepGallery'),
      vault,
    ].map((path): Call => ['DELETE', path]),
  ]
}
