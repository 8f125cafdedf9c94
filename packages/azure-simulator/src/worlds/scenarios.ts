import { agreementId } from '../arm/agreements.ts'
import type { Scenario, ScenarioDraft } from '../scenario.ts'
import { buildGalleryId } from './contoso-builds.ts'
import { hardenedPlan } from './contoso-hardware.ts'
import { builds, development, governed, hardware, production } from './contoso-places.ts'
import { partnerApplication, partnerSetId, partnerVaultId } from './partner-keys.ts'
import { computeId, vaultId } from './resource-builders.ts'

const ofProduction = (path: string) => computeId(production, path)
const set = (name: string) => ofProduction(`diskEncryptionSets/${name}DiskEncryptionSet`)
const numbered = (region: string, number: number) =>
  ofProduction(`diskEncryptionSets/${region}DiskEncryptionSet${number}`)
const location = (name: string) => `/subscriptions/${production.subscriptionId}/locations/${name}`
const definition = (name: string) => ofProduction(`galleries/contosoGallery/images/${name}`)
const vault = (name: string) => vaultId(production, name)

type Kind = Pick<Scenario, 'id' | 'category' | 'minutes'>
const keys = (id: string, minutes = 1): Kind => ({ id, category: 'keys', minutes })
const regions = (id: string, minutes = 2): Kind => ({ id, category: 'regions', minutes })
const rights = (id: string): Kind => ({ id, category: 'rights', minutes: 1 })
const limits = (id: string): Kind => ({ id, category: 'limits', minutes: 1 })

const ada = 'ada@contoso.example'
const myImage = ofProduction('images/myImage')
const westUS = { name: 'westus', sets: [numbered('WestUS', 1), numbered('WestUS', 2)] }
const eastUS2 = { name: 'eastus2', sets: [numbered('EastUS2', 1), numbered('EastUS2', 2)] }
const withPlatformKeys = (...names: string[]) => names.map((name) => ({ name, sets: [] }))
// No visitor begins with it, so that what a scenario created can be told from the visitor's own.
const ownNumber = '3.0.0'
const draftAt = (tab: ScenarioDraft['tab'], over: Partial<ScenarioDraft> = {}): ScenarioDraft => ({
  version: ownNumber,
  tab,
  sourceIds: [myImage],
  regions: withPlatformKeys('westus'),
  ...over,
})

/** Shown in the wizard of ubuntu-web, as Ada. */
function inWizard(kind: Kind, draft: ScenarioDraft, ...chosen: string[]): Scenario {
  return { ...kind, resourceIds: [definition('ubuntu-web'), ...chosen], persona: ada, draft }
}

/** The OS disk in West US has a set with a fault; `restored`: what can be repaired. */
function withFaultySet(kind: Kind, name: string, restored?: string): Scenario {
  const id = set(`WestUS${name}`)
  const draft = draftAt('encryption', { regions: [{ name: 'westus', sets: [id, numbered('WestUS', 2)] }] })
  return { ...inWizard(kind, draft, id), ...(restored !== undefined && { restores: [restored, id] }) }
}

const keyOfMachines = `${vault('kv-contoso-wus')}/keys/images-key-1`
const failing = set('WestEuropeFailing')

const beforeNvme = computeId(hardware, 'galleries/hardwareGallery/images/ubuntu-before-nvme')

const unprotected = { id: set('WestUSNoPurgeProtection'), vault: vault('kv-unprotected-wus') }

// What a machine that only tries the image is created in, by the portal's own name.
const triedMachine = `/subscriptions/${production.subscriptionId}/resourceGroups/test-linux-hardened-1.0.0`

/** Contoso's scenarios: what the user finds ready, and as whom. The texts for each are the portal's. */
export const scenarios: Scenario[] = [
  {
    ...inWizard(
      { id: 'tour', category: 'firstSteps', minutes: 3 },
      // The visitor chooses the source, fills the cells that are empty, and repairs the first.
      draftAt('basics', {
        sourceIds: [],
        regions: [
          { name: 'westus', sets: [unprotected.id, ''] },
          { name: 'eastus2', sets: ['', ''] },
          { name: 'westeurope', sets: [numbered('WestEurope', 1), numbered('WestEurope', 2)] },
        ],
      }),
      unprotected.id,
    ),
    restores: [unprotected.vault, unprotected.id],
  },
  inWizard(
    { id: 'encrypted-version', category: 'firstSteps', minutes: 2 },
    draftAt('encryption', { regions: [westUS, eastUS2] }),
  ),
  withFaultySet(keys('set-not-granted', 2), 'NotGranted', vault('kv-policies-wus')),
  withFaultySet(keys('key-disabled'), 'DisabledKey', vault('kv-roles-wus')),
  withFaultySet(keys('key-expired'), 'ExpiredKey', vault('kv-roles-wus')),
  withFaultySet(keys('key-expires-soon'), 'ExpiringKey', vault('kv-roles-wus')),
  withFaultySet(keys('vault-without-purge-protection', 2), 'NoPurgeProtection', unprotected.vault),
  withFaultySet(keys('vault-in-another-region'), 'FarVault'),
  withFaultySet(keys('vault-behind-firewall', 2), 'Firewalled', vault('kv-closed-wus')),
  withFaultySet(keys('rotation-failed'), 'RotationError'),
  {
    ...inWizard(
      keys('key-in-another-tenant', 3),
      draftAt('review', {
        regions: [westUS, { name: 'westeurope', sets: [partnerSetId, numbered('WestEurope', 2)] }],
      }),
    ),
    letsIn: { appId: partnerApplication.appId, vaultId: partnerVaultId },
    restores: [partnerVaultId, partnerSetId],
  },
  {
    ...keys('key-outage', 3),
    resourceIds: [numbered('WestUS', 1)],
    persona: 'vera@contoso.example',
    keyId: keyOfMachines,
    restores: [
      keyOfMachines,
      numbered('WestUS', 1),
      ...['virtualMachines/web-current-vm', 'virtualMachineScaleSets/web-uniform'].map((path) =>
        computeId({ ...production, group: 'webResourceGroup' }, path),
      ),
    ],
  },
  {
    ...inWizard(
      regions('no-set-in-region'),
      draftAt('encryption', { regions: [westUS, { name: 'japaneast', sets: ['', ''] }] }),
      location('japaneast'),
    ),
    restores: [location('japaneast')],
  },
  inWizard(
    regions('region-fails'),
    draftAt('review', {
      regions: [westUS, { name: 'westeurope', sets: [failing, numbered('WestEurope', 2)] }],
    }),
    failing,
  ),
  inWizard(
    regions('slow-region'),
    draftAt('review', {
      regions: withPlatformKeys('westus', 'eastus2', 'southafricawest'),
    }),
    location('southafricawest'),
  ),
  {
    id: 'policy-denies-platform-keys',
    category: 'policies',
    minutes: 1,
    resourceIds: [computeId(governed, 'galleries/governedGallery/images/ubuntu-governed')],
    persona: ada,
    draft: draftAt('replication'),
  },
  inWizard(
    limits('source-in-another-subscription'),
    draftAt('basics', { sourceIds: [computeId(development, 'disks/devEncryptedDisk')] }),
    computeId(development, 'disks/devEncryptedDisk'),
  ),
  inWizard(
    limits('trusted-launch-machine'),
    draftAt('basics', { sourceIds: [ofProduction('virtualMachines/trusted-vm')] }),
    ofProduction('virtualMachines/trusted-vm'),
  ),
  inWizard(
    limits('source-too-large'),
    draftAt('basics', { sourceIds: [ofProduction('disks/myOSDisk'), ofProduction('snapshots/hugeSnapshot')] }),
    ofProduction('snapshots/hugeSnapshot'),
  ),
  inWizard(
    limits('source-with-plan'),
    draftAt('basics', { sourceIds: [computeId(hardware, 'disks/linux-hardened-osdisk')] }),
    computeId(hardware, 'disks/linux-hardened-osdisk'),
  ),
  {
    ...limits('terms-not-accepted'),
    minutes: 2,
    resourceIds: [computeId(hardware, 'galleries/hardwareGallery/images/linux-hardened/versions/1.0.0')],
    persona: ada,
    restores: [agreementId(production.subscriptionId, hardenedPlan), triedMachine],
  },
  { ...inWizard(limits('versions-busy'), draftAt('review')), resourceIds: [definition('ubuntu-busy')] },
  { ...inWizard(limits('throttled'), draftAt('review')), resourceIds: [definition('ubuntu-throttled')] },
  {
    ...inWizard(limits('number-in-recycle-bin'), draftAt('basics', { version: '1.1.0' })),
    resourceIds: [ofProduction('galleries/recoverableGallery/images/ubuntu-recoverable')],
    restores: [ofProduction('galleries/recoverableGallery/softDeletedArtifactTypes')],
  },
  {
    ...limits('size-requires-nvme'),
    minutes: 2,
    resourceIds: [`${beforeNvme}/versions/1.0.0`],
    persona: ada,
    restores: [beforeNvme],
  },
  {
    ...limits('clean-up'),
    minutes: 5,
    resourceIds: [`${buildGalleryId}/images/ubuntu-runner`],
    persona: 'ben@contoso.example',
    draft: draftAt('review', { sourceIds: [computeId(builds, 'images/baseImage')] }),
    restores: [`/subscriptions/${builds.subscriptionId}`],
  },
  { ...inWizard(rights('reader'), draftAt('basics')), persona: 'rita@contoso.example' },
  { ...inWizard(rights('no-right-on-sets'), draftAt('encryption')), persona: 'eva@contoso.example' },
  { ...inWizard(rights('second-factor'), draftAt('review')), persona: 'sam@contoso.example' },
  { ...rights('no-subscription'), resourceIds: [], persona: 'noor@contoso.example' },
]
