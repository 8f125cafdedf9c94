import type { Scenario } from '../world.ts'
import { development, governed, production } from './contoso-places.ts'
import { computeId } from './resource-builders.ts'

const ofProduction = (path: string) => computeId(production, path)
const setOfWestUS = (name: string) => ofProduction(`diskEncryptionSets/WestUS${name}DiskEncryptionSet`)
const region = (name: string) => `/subscriptions/${production.subscriptionId}/locations/${name}`

/** What can be shown in Contoso: by what the user chooses, or by who signs in. The words for each are the portal's. */
export const scenarios: Scenario[] = [
  { id: 'set-not-granted', resourceIds: [setOfWestUS('NotGranted')] },
  { id: 'key-disabled', resourceIds: [setOfWestUS('DisabledKey')] },
  { id: 'key-expired', resourceIds: [setOfWestUS('ExpiredKey')] },
  { id: 'key-expires-soon', resourceIds: [setOfWestUS('ExpiringKey')] },
  { id: 'vault-without-purge-protection', resourceIds: [setOfWestUS('NoPurgeProtection')] },
  { id: 'vault-in-another-region', resourceIds: [setOfWestUS('FarVault')] },
  { id: 'vault-behind-firewall', resourceIds: [setOfWestUS('Firewalled')] },
  { id: 'rotation-failed', resourceIds: [setOfWestUS('RotationError')] },
  { id: 'no-set-in-region', resourceIds: [region('japaneast')] },
  { id: 'region-fails', resourceIds: [ofProduction('diskEncryptionSets/WestEuropeFailingDiskEncryptionSet')] },
  { id: 'slow-region', resourceIds: [region('southafricawest')] },
  {
    id: 'policy-denies-platform-keys',
    resourceIds: [computeId(governed, 'galleries/governedGallery/images/ubuntu-governed')],
  },
  { id: 'source-in-another-subscription', resourceIds: [computeId(development, 'disks/devEncryptedDisk')] },
  { id: 'trusted-launch-machine', resourceIds: [ofProduction('virtualMachines/trusted-vm')] },
  { id: 'source-too-large', resourceIds: [ofProduction('snapshots/hugeSnapshot')] },
  { id: 'versions-busy', resourceIds: [ofProduction('galleries/contosoGallery/images/ubuntu-busy')] },
  { id: 'throttled', resourceIds: [ofProduction('galleries/contosoGallery/images/ubuntu-throttled')] },
  { id: 'reader', resourceIds: [], persona: 'rita@contoso.example' },
  { id: 'no-right-on-sets', resourceIds: [], persona: 'eva@contoso.example' },
  { id: 'second-factor', resourceIds: [], persona: 'sam@contoso.example' },
  { id: 'no-subscription', resourceIds: [], persona: 'noor@contoso.example' },
]
