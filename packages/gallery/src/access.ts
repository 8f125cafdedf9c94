import { formatResourceId, parentResourceId, type ResourceId, resourceType, tryParseResourceId } from '@portal/arm'
import * as z from 'zod/mini'

/** What somebody is to do with a resource: create machines from it, create versions in it, or manage its keys. */
export const accessPurpose = z.enum(['deploy', 'publish', 'manage'])
export type AccessPurpose = z.infer<typeof accessPurpose>

interface Role {
  /** GUID, the same in every tenant */
  id: string
  /** as Azure names it, and az takes it */
  name: string
  /** what it is assigned for: another role that has all of these serves as well */
  actions: readonly string[]
  /** the actions are those inside a key vault */
  isOfData?: true
}

/**
 * The only roles that are ever assigned for somebody else, each the narrowest that is built in: for the sets there is
 * none between Reader or Contributor and what is needed.
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export const accessRoles = {
  imageReader: {
    id: 'cf7c76d2-98a3-4358-a134-615aa78bf44d',
    name: 'Compute Gallery Image Reader',
    actions: ['Microsoft.Compute/galleries/images/read', 'Microsoft.Compute/galleries/images/versions/read'],
  },
  publisher: {
    id: '85a2d0d9-2eba-4c9c-b355-11c2cc0788ab',
    name: 'Compute Gallery Artifacts Publisher',
    actions: [
      'Microsoft.Compute/galleries/images/read',
      'Microsoft.Compute/galleries/images/versions/read',
      'Microsoft.Compute/galleries/images/versions/write',
    ],
  },
  setReader: {
    id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
    name: 'Reader',
    actions: ['Microsoft.Compute/diskEncryptionSets/read'],
  },
  setContributor: {
    id: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
    name: 'Contributor',
    actions: ['Microsoft.Compute/diskEncryptionSets/read', 'Microsoft.Compute/diskEncryptionSets/write'],
  },
  cryptoOfficer: {
    id: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
    name: 'Key Vault Crypto Officer',
    actions: [
      'Microsoft.KeyVault/vaults/keys/create/action',
      'Microsoft.KeyVault/vaults/keys/rotate/action',
      'Microsoft.KeyVault/vaults/keys/update/action',
    ],
    isOfData: true,
  },
} as const satisfies Record<string, Role>

const accessRole = z.enum(['imageReader', 'publisher', 'setReader', 'setContributor', 'cryptoOfficer'])
type AccessRole = z.infer<typeof accessRole>

/** A role that is needed at a resource: the ID of a gallery, image definition, disk encryption set or key. */
export const accessNeed = z.strictObject({ role: accessRole, scope: z.string().check(z.maxLength(1024)) })
export type AccessNeed = z.infer<typeof accessNeed>

/** A set of the versions, and its key: absent if its vault isn't known, or takes no roles. */
interface SetWithKey {
  id: string
  keyId?: string
}

/** What access to a resource can be given for; none for a resource of another type. */
export function accessPurposesOf(resourceId: string): AccessPurpose[] {
  const parsed = tryParseResourceId(resourceId)
  if (parsed === undefined) return []
  if (isSet(parsed)) return ['deploy', 'manage']
  return /^microsoft\.compute\/galleries(\/images(\/versions)?)?$/i.test(resourceType(parsed))
    ? [...accessPurpose.options]
    : []
}

/**
 * The role assignments that a purpose needs: of a version at its definition, because Microsoft advises against sharing
 * single versions; of a set at this set and its key alone. `sets` are those of the versions in `resourceId`, or itself.
 * https://learn.microsoft.com/azure/virtual-machines/share-gallery
 */
export function accessNeeded(purpose: AccessPurpose, resourceId: string, sets: readonly SetWithKey[]): AccessNeed[] {
  const distinct = (ids: string[]) => [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()]
  const at = (role: AccessRole, ids: string[]) => distinct(ids).map((scope): AccessNeed => ({ role, scope }))
  const ofSets = (role: AccessRole) =>
    at(
      role,
      sets.map(({ id }) => id),
    )
  const parsed = tryParseResourceId(resourceId)
  if (!accessPurposesOf(resourceId).includes(purpose) || parsed === undefined) return []
  if (purpose === 'manage')
    return [
      ...ofSets('setContributor'),
      ...at(
        'cryptoOfficer',
        sets.flatMap(({ keyId }) => keyId ?? []),
      ),
    ]
  const images = isSet(parsed)
    ? []
    : [formatResourceId(parsed.names.length === 3 ? (parentResourceId(parsed) ?? parsed) : parsed)]
  return [...at(purpose === 'deploy' ? 'imageReader' : 'publisher', images), ...ofSets('setReader')]
}

function isSet(id: ResourceId): boolean {
  return resourceType(id).toLowerCase() === 'microsoft.compute/diskencryptionsets'
}
