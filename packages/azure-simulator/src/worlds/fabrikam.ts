import type { RoleAssignment, User, World } from '../world.ts'
import { users as peopleOfContoso } from './contoso-people.ts'
import { tenantId as contosoTenantId } from './contoso-places.ts'
import { partnerApplication, partnerKey, partnerPlace as images } from './partner-keys.ts'
import {
  diskEncryptionSet,
  gallery,
  imageDefinition,
  keyGrants,
  keyVault,
  managedImage,
  resourceGroup,
} from './resource-builders.ts'

// Fabrikam: a small partner of Contoso, for cases that need two tenants. Ada of Contoso is a guest there.

const tenantId = 'fab41ca0-0000-4000-8000-000000000001'
const location = 'westeurope'

const fay: User = {
  id: 'fab41ca0-0000-4000-8000-00000000b001',
  userPrincipalName: 'fay@fabrikam.example',
  displayName: 'Fay Costa',
  jobTitle: { en: 'Administrator', it: 'Amministratrice' },
}
const gus: User = {
  id: 'fab41ca0-0000-4000-8000-00000000b002',
  userPrincipalName: 'gus@fabrikam.example',
  displayName: 'Gus Brandt',
  jobTitle: { en: 'Engineer', it: 'Ingegnere' },
}

/** Ada at Fabrikam: with an object ID and a name of Fabrikam's own. */
function adaAsGuest(): User {
  const ada = peopleOfContoso.find(({ userPrincipalName }) => userPrincipalName === 'ada@contoso.example')
  if (ada === undefined) throw new Error('Contoso has no Ada')
  return {
    id: 'fab41ca0-0000-4000-8000-00000000b901',
    userPrincipalName: 'ada_contoso.example#EXT#@fabrikam.example',
    displayName: ada.displayName,
    jobTitle: ada.jobTitle,
    home: { tenantId: contosoTenantId, id: ada.id, userPrincipalName: ada.userPrincipalName },
  }
}

function resources() {
  const shared = gallery(images, { name: 'fabrikamGallery', location, description: 'Images that Fabrikam shares' })
  return [
    resourceGroup(images, location),
    ...keyVault(images, { name: 'kv-fabrikam-weu', location, keys: ['images-key', partnerKey] }),
    ...keyVault(images, { name: 'kv-fabrikam-jpe', location: 'japaneast', keys: [partnerKey] }),
    diskEncryptionSet(images, {
      name: 'WestEuropeFabrikamDiskEncryptionSet',
      location,
      encryptionType: 'EncryptionAtRestWithCustomerKey',
      vault: 'kv-fabrikam-weu',
      key: 'images-key',
    }),
    shared,
    imageDefinition(shared, {
      name: 'kiosk',
      osType: 'Linux',
      osState: 'Generalized',
      offer: 'fabrikam',
      sku: 'kiosk',
    }),
    managedImage(images, { name: 'kioskImage', location, osType: 'Linux', osDiskGB: 30, dataDisks: [] }),
  ]
}

/** The world Fabrikam; a new copy at each call. Start the simulator with it as a partner of Contoso. */
export function fabrikam(): World {
  const all = resources()
  const ada = adaAsGuest()
  const scope = `/subscriptions/${images.subscriptionId}`
  const roles: RoleAssignment[] = [
    { principalId: fay.id, role: 'Owner', scope },
    { principalId: gus.id, role: 'Reader', scope },
    { principalId: ada.id, role: 'Contributor', scope },
  ]
  return structuredClone<World>({
    tenantId,
    tenantName: 'Fabrikam',
    domain: 'fabrikam.example',
    users: [fay, gus, ada],
    servicePrincipals: [],
    applicationsOfOthers: [partnerApplication],
    applicationAdministrators: [fay.id],
    subscriptions: [{ subscriptionId: images.subscriptionId, displayName: 'Fabrikam Images' }],
    roleAssignments: [...roles, ...keyGrants(all)],
    resources: all,
    replicationFailures: [],
    writeFaults: [],
    slowRegions: {},
    scenarios: [],
  })
}
