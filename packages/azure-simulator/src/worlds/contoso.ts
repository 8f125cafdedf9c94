import type { StoredResource } from '../store/store.ts'
import type { World } from '../world.ts'
import { buildQuota, buildResources } from './contoso-builds.ts'
import { faultyDefinitions, governedResources, writeFaults } from './contoso-faults.ts'
import { hardwareImages } from './contoso-hardware.ts'
import { contosoHistory, costCenter, rotated, rotatedAgo } from './contoso-history.ts'
import { contosoKeyFaults } from './contoso-key-faults.ts'
import { machinesFromVersions } from './contoso-machines.ts'
import {
  applicationAdministrators,
  buildRoles,
  peopleRoles,
  servicePrincipals,
  users,
  webTeam,
} from './contoso-people.ts'
import { builds as ofBuilds, development, production, tenantId, web } from './contoso-places.ts'
import { recycleBin } from './contoso-recycle-bin.ts'
import { partnerApplication, partnerSet } from './partner-keys.ts'
import {
  computeId,
  diskEncryptionSet,
  gallery,
  imageDefinition,
  imageVersion,
  keyGrants,
  keyVault,
  managedDisk,
  managedImage,
  resourceGroup,
  snapshot,
  storageAccount,
  virtualMachine,
  type Place,
} from './resource-builders.ts'
import { scenarios } from './scenarios.ts'

// Contoso: the world of the demo and of the tests. Some names make things fail, so that every refusal can be shown:
// WestEuropeFailingDiskEncryptionSet, hugeSnapshot, kiosk-vm and others; scenarios.ts lists them.

const customer = 'EncryptionAtRestWithCustomerKey'
const double = 'EncryptionAtRestWithPlatformAndCustomerKeys'
const confidential = 'ConfidentialVmEncryptedWithCustomerKey'

// The regions with Contoso's keys. Elsewhere (Japan East, Brazil South …) it has no set at all.
const keyRegions = [
  { name: 'westus', prefix: 'WestUS', vault: 'kv-contoso-wus' },
  { name: 'eastus2', prefix: 'EastUS2', vault: 'kv-contoso-eus2' },
  { name: 'westeurope', prefix: 'WestEurope', vault: 'kv-contoso-weu' },
  { name: 'northeurope', prefix: 'NorthEurope', vault: 'kv-contoso-neu' },
  { name: 'italynorth', prefix: 'ItalyNorth', vault: 'kv-contoso-itn' },
  { name: 'uksouth', prefix: 'UKSouth', vault: 'kv-contoso-uks' },
  { name: 'germanywestcentral', prefix: 'GermanyWestCentral', vault: 'kv-contoso-gwc' },
]

function keysAndSets(place: Place, now: number): StoredResource[] {
  return keyRegions.flatMap(({ name: location, prefix, vault }) => {
    const at = { location, vault }
    return [
      ...keyVault(place, {
        name: vault,
        location,
        keys: ['images-key-1', 'images-key-2', 'images-key-3', 'images-double-key'].map((name) => ({
          name,
          ...(vault === rotated.vault && name === rotated.key && { versions: 2 }),
        })),
      }),
      ...keyVault(place, {
        name: `${vault}-hsm`,
        location,
        // Released to attested machines, so it can leave the vault.
        keys: [{ name: 'confidential-key', attributes: { exportable: true } }],
        premium: true,
      }),
      ...[1, 2, 3].map((number) =>
        diskEncryptionSet(place, {
          ...at,
          name: `${prefix}DiskEncryptionSet${number}`,
          encryptionType: customer,
          key: `images-key-${number}`,
          ...(`${prefix}DiskEncryptionSet${number}` === rotated.set && {
            keyVersion: 2,
            properties: { lastKeyRotationTimestamp: new Date(now - rotatedAgo).toISOString() },
          }),
        }),
      ),
      ...['', '2'].map((number) =>
        diskEncryptionSet(place, {
          ...at,
          name: `${prefix}DoubleEncryptionSet${number}`,
          encryptionType: double,
          key: 'images-double-key',
        }),
      ),
      diskEncryptionSet(place, {
        ...at,
        vault: `${vault}-hsm`,
        name: `${prefix}ConfidentialEncryptionSet`,
        encryptionType: confidential,
        key: 'confidential-key',
      }),
    ]
  })
}

function setId(name: string, place = production): string {
  return computeId(place, `diskEncryptionSets/${name}`)
}

const failingSet = diskEncryptionSet(production, {
  name: 'WestEuropeFailingDiskEncryptionSet',
  location: 'westeurope',
  encryptionType: customer,
  vault: 'kv-contoso-weu',
  key: 'images-key-1',
})

function productionResources(now: number): StoredResource[] {
  const contosoGallery = gallery(production, {
    name: 'contosoGallery',
    location: 'westus',
    description: 'Images that Contoso builds its servers from',
    tags: { costCenter },
  })
  const sharedGallery = gallery(production, {
    name: 'sharedGallery',
    location: 'westus',
    description: 'Images that Contoso gives to everybody',
    sharedTo: 'Community',
  })
  const ubuntuWeb = imageDefinition(contosoGallery, {
    name: 'ubuntu-web',
    osType: 'Linux',
    osState: 'Generalized',
    offer: 'web',
    sku: 'ubuntu-24_04-gen2',
  })
  const windowsSql = imageDefinition(contosoGallery, {
    name: 'windows-sql',
    osType: 'Windows',
    osState: 'Generalized',
    offer: 'sql',
    sku: 'windows-2025-gen2',
  })
  const ubuntuGolden = imageDefinition(contosoGallery, {
    name: 'ubuntu-golden',
    osType: 'Linux',
    osState: 'Specialized',
    offer: 'golden',
    sku: 'ubuntu-24_04-specialized',
  })
  const ledger = imageDefinition(contosoGallery, {
    name: 'confidential-ledger',
    osType: 'Linux',
    osState: 'Specialized',
    offer: 'ledger',
    sku: 'ubuntu-24_04-cvm',
    securityType: 'ConfidentialVM',
  })
  const ubuntuCommunity = imageDefinition(sharedGallery, {
    name: 'ubuntu-community',
    osType: 'Linux',
    osState: 'Generalized',
    offer: 'community',
    sku: 'ubuntu-24_04',
  })

  const myImage = managedImage(production, {
    name: 'myImage',
    location: 'westus',
    osType: 'Linux',
    osDiskGB: 30,
    dataDisks: [{ lun: 0, sizeInGB: 128 }],
  })
  const myWindowsImage = managedImage(production, {
    name: 'myWindowsImage',
    location: 'westus',
    osType: 'Windows',
    osDiskGB: 127,
    dataDisks: [
      { lun: 1, sizeInGB: 128 },
      { lun: 2, sizeInGB: 512 },
    ],
  })
  const westUS = { name: 'West US', short: 'westus' }
  const eastUS2 = { name: 'East US 2', short: 'eastus2' }
  const linuxDisks = { sourceId: myImage.id, osDiskGB: 30, dataDisks: [{ lun: 0, sizeInGB: 128 }] }
  const windowsDisks = {
    sourceId: myWindowsImage.id,
    osDiskGB: 127,
    dataDisks: [
      { lun: 1, sizeInGB: 128 },
      { lun: 2, sizeInGB: 512 },
    ],
  }
  const setsOf = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => setId(`${prefix}DiskEncryptionSet${index + 1}`))

  return [
    resourceGroup(production, 'westus'),
    contosoGallery,
    ubuntuWeb,
    imageVersion(ubuntuWeb, {
      ...linuxDisks,
      name: '1.0.0',
      publishedDate: '2025-06-03T07:41:12.5513047+00:00',
      regions: [{ ...westUS, replicas: 2 }, eastUS2],
    }),
    imageVersion(ubuntuWeb, {
      ...linuxDisks,
      name: '1.1.0',
      publishedDate: '2025-09-18T09:05:44.1302214+00:00',
      regions: [
        { ...westUS, replicas: 2, sets: setsOf('WestUS', 2) },
        { ...eastUS2, sets: setsOf('EastUS2', 2) },
      ],
    }),
    windowsSql,
    imageVersion(windowsSql, {
      ...windowsDisks,
      name: '2024.11.1',
      publishedDate: '2024-11-12T15:20:01.9011342+00:00',
      regions: [westUS],
      endOfLifeDate: '2025-11-12T00:00:00+00:00',
      excludeFromLatest: true,
    }),
    imageVersion(windowsSql, {
      ...windowsDisks,
      name: '2025.10.1',
      publishedDate: '2025-10-14T10:32:27.7720118+00:00',
      regions: [
        { ...westUS, sets: setsOf('WestUS', 3) },
        { ...eastUS2, sets: setsOf('EastUS2', 3) },
      ],
    }),
    ubuntuGolden,
    ledger,
    ...faultyDefinitions(contosoGallery),
    sharedGallery,
    ubuntuCommunity,
    imageVersion(ubuntuCommunity, {
      ...linuxDisks,
      name: '1.0.0',
      publishedDate: '2025-07-22T13:00:30.4410927+00:00',
      regions: [westUS],
    }),

    myImage,
    myWindowsImage,
    managedImage(production, {
      name: 'myEuropeImage',
      location: 'westeurope',
      osType: 'Linux',
      osDiskGB: 30,
      dataDisks: [],
    }),
    managedImage(production, {
      name: 'myOldImage',
      location: 'westus',
      osType: 'Linux',
      osDiskGB: 30,
      dataDisks: [],
      hyperVGeneration: 'V1',
    }),

    managedDisk(production, { name: 'myOSDisk', location: 'westus', sizeInGB: 30, osType: 'Linux' }),
    managedDisk(production, { name: 'myDDDisk', location: 'westus', sizeInGB: 128 }),
    managedDisk(production, {
      name: 'backupDisk',
      location: 'westus',
      sizeInGB: 64,
      encryption: { diskEncryptionSetId: setId('WestUSDiskEncryptionSet1'), type: customer },
    }),
    managedDisk(production, { name: 'ultraDisk', location: 'westus', sizeInGB: 256, sku: 'UltraSSD_LRS' }),
    managedDisk(production, {
      name: 'bitlockerDisk',
      location: 'westus',
      sizeInGB: 127,
      osType: 'Windows',
      usesAzureDiskEncryption: true,
    }),
    snapshot(production, { name: 'myOSSnapshot', location: 'westus', sizeInGB: 30, osType: 'Linux' }),
    snapshot(production, { name: 'myDDSnapshot', location: 'westus', sizeInGB: 128 }),
    snapshot(production, {
      name: 'ledgerOSSnapshot',
      location: 'westus',
      sizeInGB: 30,
      osType: 'Linux',
      securityType: 'ConfidentialVM_DiskEncryptedWithPlatformKey',
    }),
    // Azure accepts it, and then fails in every region: it is larger than an image can be.
    snapshot(production, { name: 'hugeSnapshot', location: 'westus', sizeInGB: 4095 }),

    ...virtualMachine(production, {
      name: 'web-template-vm',
      location: 'westus',
      osType: 'Linux',
      power: 'deallocated',
      generalized: true,
      osDiskGB: 30,
      dataDisks: [{ lun: 0, sizeInGB: 128 }],
    }),
    ...virtualMachine(production, {
      name: 'golden-vm',
      location: 'westus',
      osType: 'Linux',
      power: 'deallocated',
      osDiskGB: 30,
    }),
    ...virtualMachine(production, {
      name: 'trusted-vm',
      location: 'westus',
      osType: 'Linux',
      power: 'deallocated',
      generalized: true,
      securityType: 'TrustedLaunch',
      osDiskGB: 30,
      dataDisks: [{ lun: 0, sizeInGB: 64 }],
      encryption: { diskEncryptionSetId: setId('WestUSDiskEncryptionSet1'), type: customer },
    }),
    ...virtualMachine(production, {
      name: 'kiosk-vm',
      location: 'westus',
      osType: 'Linux',
      power: 'running',
      generalized: true,
      ephemeralOsDisk: true,
      osDiskGB: 30,
    }),
    ...virtualMachine(production, {
      name: 'ultra-vm',
      location: 'westus',
      osType: 'Linux',
      power: 'deallocated',
      generalized: true,
      osDiskGB: 30,
      dataDisks: [{ lun: 0, sizeInGB: 256, sku: 'UltraSSD_LRS' }],
    }),
    storageAccount(production, { name: 'contosovhds', location: 'westus' }),
    ...keysAndSets(production, now),
    failingSet,
  ]
}

interface ContosoFacts {
  now?: number
  machines?: boolean
  hardware?: boolean
  partnerKeys?: boolean
  builds?: boolean
  secondTeam?: boolean
}

function developmentResources(): StoredResource[] {
  const devGallery = gallery(development, { name: 'devGallery', location: 'westus', description: 'Images on trial' })
  const ubuntuDev = imageDefinition(devGallery, {
    name: 'ubuntu-dev',
    osType: 'Linux',
    osState: 'Generalized',
    offer: 'web-dev',
    sku: 'ubuntu-24_04-gen2',
  })
  const devImage = managedImage(development, {
    name: 'devImage',
    location: 'westus',
    osType: 'Linux',
    osDiskGB: 30,
    dataDisks: [{ lun: 0, sizeInGB: 128 }],
  })
  const regions = [
    { location: 'westus', prefix: 'DevWestUS', vault: 'kv-contosodev-wus' },
    { location: 'eastus2', prefix: 'DevEastUS2', vault: 'kv-contosodev-eus2' },
  ]
  return [
    resourceGroup(development, 'westus'),
    devGallery,
    ubuntuDev,
    imageVersion(ubuntuDev, {
      name: '0.1.0',
      publishedDate: '2025-09-11T16:48:09.3350911+00:00',
      sourceId: devImage.id,
      osDiskGB: 30,
      dataDisks: [{ lun: 0, sizeInGB: 128 }],
      regions: [{ name: 'West US', short: 'westus' }],
    }),
    devImage,
    managedDisk(development, {
      name: 'devEncryptedDisk',
      location: 'westus',
      sizeInGB: 30,
      osType: 'Linux',
      encryption: { diskEncryptionSetId: setId('DevWestUSDiskEncryptionSet1', development), type: customer },
    }),
    snapshot(development, { name: 'devOSSnapshot', location: 'westus', sizeInGB: 30, osType: 'Linux' }),
    ...regions.flatMap(({ location, prefix, vault }) => [
      ...keyVault(development, { name: vault, location, keys: ['images-key-1', 'images-key-2'] }),
      ...[1, 2].map((number) =>
        diskEncryptionSet(development, {
          name: `${prefix}DiskEncryptionSet${number}`,
          location,
          encryptionType: customer,
          vault,
          key: `images-key-${number}`,
        }),
      ),
    ]),
  ]
}

/** What a team without roles on the galleries has of its own: a set for its machines. */
function webResources(): StoredResource[] {
  const vault = 'kv-web-wus'
  return [
    resourceGroup(web, 'westus'),
    ...keyVault(web, { name: vault, location: 'westus', keys: ['web-key'] }),
    diskEncryptionSet(web, {
      name: 'WebWestUSDiskEncryptionSet',
      location: 'westus',
      encryptionType: customer,
      vault,
      key: 'web-key',
    }),
  ]
}

/**
 * The world Contoso at `now`, milliseconds. A new copy at each call, so that changes are not shared. Only the demo has
 * them; a test brings its own, or asks for them: `machines` that run from its image versions, images for particular
 * `hardware`, a subscription full of the versions of `builds`, and a `secondTeam` without roles on the galleries.
 */
export function contoso({
  now = Date.now(),
  machines = false,
  hardware = false,
  partnerKeys = false,
  builds = false,
  secondTeam = false,
}: ContosoFacts = {}): World {
  const resources = [
    ...productionResources(now),
    ...developmentResources(),
    ...(builds ? buildResources(now) : []),
    ...(secondTeam ? webResources() : []),
  ]
  const keyFaults = contosoKeyFaults(production, now)
  return structuredClone<World>({
    tenantId,
    tenantName: 'Contoso',
    domain: 'contoso.example',
    users: [...users, ...(secondTeam ? webTeam.users : [])],
    ...(secondTeam && { groups: webTeam.groups }),
    servicePrincipals,
    ...(partnerKeys && { applications: [partnerApplication] }),
    applicationAdministrators,
    subscriptions: [
      { subscriptionId: production.subscriptionId, displayName: 'Contoso Production' },
      { subscriptionId: development.subscriptionId, displayName: 'Contoso Development' },
      ...(builds ? [{ subscriptionId: ofBuilds.subscriptionId, displayName: 'Contoso Builds' }] : []),
      ...(secondTeam ? [{ subscriptionId: web.subscriptionId, displayName: 'Contoso Web' }] : []),
    ],
    roleAssignments: [
      ...peopleRoles,
      ...(builds ? buildRoles : []),
      ...(secondTeam ? webTeam.roleAssignments : []),
      ...keyGrants(resources),
      ...keyFaults.roleAssignments,
    ],
    resources: [
      ...resources,
      ...keyFaults.resources,
      ...governedResources(),
      ...(machines ? machinesFromVersions() : []),
      ...(hardware ? hardwareImages() : []),
      ...(partnerKeys ? partnerSet() : []),
      ...recycleBin(now),
    ],
    replicationFailures: [{ id: failingSet.id, detail: 'Failed with internal server error.', isRepairable: true }],
    writeFaults,
    ...(builds && { quotas: [buildQuota] }),
    slowRegions: { southafricawest: 10 },
    history: contosoHistory(),
    scenarios,
  })
}
