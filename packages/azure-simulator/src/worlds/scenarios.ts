import type { Scenario } from '../world.ts'
import { development, governed, production } from './contoso-places.ts'
import { computeId } from './resource-builders.ts'

const ofProduction = (path: string) => computeId(production, path)
const setOfWestUS = (name: string) => ofProduction(`diskEncryptionSets/WestUS${name}DiskEncryptionSet`)
const region = (name: string) => `/subscriptions/${production.subscriptionId}/locations/${name}`
const definition = (name: string) => ofProduction(`galleries/contosoGallery/images/${name}`)

/** Shown by opening a definition and choosing something there. */
function at(definitionId: string, id: string, ...chosen: string[]): Scenario {
  return { id, resourceIds: [definitionId, ...chosen], persona: 'ada@contoso.example' }
}

const atUbuntuWeb = (id: string, ...chosen: string[]) => at(definition('ubuntu-web'), id, ...chosen)

/** Contoso's scenarios: by what the user chooses, or by who signs in. The texts for each are the portal's. */
export const scenarios: Scenario[] = [
  atUbuntuWeb('set-not-granted', setOfWestUS('NotGranted')),
  atUbuntuWeb('key-disabled', setOfWestUS('DisabledKey')),
  atUbuntuWeb('key-expired', setOfWestUS('ExpiredKey')),
  atUbuntuWeb('key-expires-soon', setOfWestUS('ExpiringKey')),
  atUbuntuWeb('vault-without-purge-protection', setOfWestUS('NoPurgeProtection')),
  atUbuntuWeb('vault-in-another-region', setOfWestUS('FarVault')),
  atUbuntuWeb('vault-behind-firewall', setOfWestUS('Firewalled')),
  atUbuntuWeb('rotation-failed', setOfWestUS('RotationError')),
  atUbuntuWeb('no-set-in-region', region('japaneast')),
  atUbuntuWeb('region-fails', ofProduction('diskEncryptionSets/WestEuropeFailingDiskEncryptionSet')),
  atUbuntuWeb('slow-region', region('southafricawest')),
  at(computeId(governed, 'galleries/governedGallery/images/ubuntu-governed'), 'policy-denies-platform-keys'),
  atUbuntuWeb('source-in-another-subscription', computeId(development, 'disks/devEncryptedDisk')),
  atUbuntuWeb('trusted-launch-machine', ofProduction('virtualMachines/trusted-vm')),
  atUbuntuWeb('source-too-large', ofProduction('snapshots/hugeSnapshot')),
  at(definition('ubuntu-busy'), 'versions-busy'),
  at(definition('ubuntu-throttled'), 'throttled'),
  at(ofProduction('galleries/recoverableGallery/images/ubuntu-recoverable'), 'number-in-recycle-bin'),
  { ...atUbuntuWeb('reader'), persona: 'rita@contoso.example' },
  { ...atUbuntuWeb('no-right-on-sets'), persona: 'eva@contoso.example' },
  { ...atUbuntuWeb('second-factor'), persona: 'sam@contoso.example' },
  { id: 'no-subscription', resourceIds: [], persona: 'noor@contoso.example' },
]
