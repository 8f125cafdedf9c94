import {
  formatResourceId,
  parentResourceId,
  parseResourceId,
  type ResourceId,
  resourceType,
  tryParseResourceId,
} from '@portal/arm'
import * as z from 'zod/mini'

/**
 * What somebody is to do with a resource: create machines from it, create versions in it, or manage its keys; and what
 * the identity of a pipeline is to do: create versions from a plan, or apply a retention rule.
 */
export const accessPurpose = z.enum(['deploy', 'publish', 'manage', 'pipeline', 'cleanUp'])
export type AccessPurpose = z.infer<typeof accessPurpose>
/** What a person or a team can be given access for. */
export type TeamPurpose = Exclude<AccessPurpose, 'pipeline' | 'cleanUp'>

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

const reader = { id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', name: 'Reader' }
const publisher = { id: '85a2d0d9-2eba-4c9c-b355-11c2cc0788ab', name: 'Compute Gallery Artifacts Publisher' }

/**
 * The only roles that are ever assigned for somebody else, each the narrowest that is built in: for the sets there is
 * none between Reader or Contributor and what is needed, and none publishes without the right to delete. Those of
 * sources are what Azure demands of each kind.
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 * https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries
 */
export const accessRoles = {
  imageReader: {
    id: 'cf7c76d2-98a3-4358-a134-615aa78bf44d',
    name: 'Compute Gallery Image Reader',
    actions: ['Microsoft.Compute/galleries/images/read', 'Microsoft.Compute/galleries/images/versions/read'],
  },
  publisher: {
    ...publisher,
    actions: [
      'Microsoft.Compute/galleries/images/read',
      'Microsoft.Compute/galleries/images/versions/read',
      'Microsoft.Compute/galleries/images/versions/write',
    ],
  },
  setReader: { ...reader, actions: ['Microsoft.Compute/diskEncryptionSets/read'] },
  galleryReader: { ...reader, actions: ['Microsoft.Compute/galleries/read'] },
  subscriptionReader: { ...reader, actions: ['*/read'] },
  imageReaderOfSource: { ...reader, actions: ['Microsoft.Compute/images/read'] },
  versionReaderOfSource: { ...reader, actions: ['Microsoft.Compute/galleries/images/versions/read'] },
  machinePublisher: { ...publisher, actions: ['Microsoft.Compute/virtualMachines/write'] },
  diskPublisher: { ...publisher, actions: ['Microsoft.Compute/disks/write'] },
  snapshotContributor: {
    id: '7efff54f-a5b4-42b5-a1c5-5411624893ce',
    name: 'Disk Snapshot Contributor',
    actions: ['Microsoft.Compute/snapshots/write'],
  },
  storageOperator: {
    id: '81a9662b-bebf-436f-a333-f67b29880f12',
    name: 'Storage Account Key Operator Service Role',
    actions: ['Microsoft.Storage/storageAccounts/listKeys/action'],
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

const accessRole = z.enum([
  'imageReader',
  'publisher',
  'setReader',
  'galleryReader',
  'subscriptionReader',
  'imageReaderOfSource',
  'versionReaderOfSource',
  'machinePublisher',
  'diskPublisher',
  'snapshotContributor',
  'storageOperator',
  'setContributor',
  'cryptoOfficer',
])
type AccessRole = z.infer<typeof accessRole>

/** A role that is needed at a resource, or at a subscription. */
export const accessNeed = z.strictObject({ role: accessRole, scope: z.string().check(z.maxLength(1024)) })
export type AccessNeed = z.infer<typeof accessNeed>

/** A set of the versions, and its key: absent if its vault isn't known, or takes no roles. */
interface SetWithKey {
  id: string
  keyId?: string
}

/** Those of a resource; none for a resource of another type. */
export function accessPurposesOf(resourceId: string): TeamPurpose[] {
  const parsed = tryParseResourceId(resourceId)
  if (parsed === undefined) return []
  if (isSet(parsed)) return ['deploy', 'manage']
  return /^microsoft\.compute\/galleries(\/images(\/versions)?)?$/i.test(resourceType(parsed))
    ? ['deploy', 'publish', 'manage']
    : []
}

/** What of a version's plan a pipeline needs access to: its sets, and what it is created from. */
export const planResources = z.strictObject({
  setIds: z.array(z.string().check(z.maxLength(1024))).check(z.maxLength(2000)),
  sourceIds: z.array(z.string().check(z.maxLength(1024))).check(z.maxLength(100)),
})
export type PlanResources = z.infer<typeof planResources>

/** Azure demands another role for each kind of source. */
const sourceRoles: Partial<Record<string, AccessRole>> = {
  'microsoft.compute/images': 'imageReaderOfSource',
  'microsoft.compute/galleries/images/versions': 'versionReaderOfSource',
  'microsoft.compute/virtualmachines': 'machinePublisher',
  'microsoft.compute/disks': 'diskPublisher',
  'microsoft.compute/snapshots': 'snapshotContributor',
  'microsoft.storage/storageaccounts': 'storageOperator',
}

/**
 * What the identity of a pipeline needs: for a plan, to publish to its definition, to read the gallery (its recycle
 * bin) and each set, and to use the sources; to clean up (without a plan), to publish in a gallery, a definition or a
 * subscription, and to read the subscription, whose machines could use a version. What is no set or source is left out.
 */
export function accessNeededByPipeline(id: string, plan?: PlanResources): AccessNeed[] {
  if (plan === undefined)
    return [
      { role: 'publisher', scope: id },
      { role: 'subscriptionReader', scope: id.split('/').slice(0, 3).join('/') },
    ]
  const sets = plan.setIds.filter((setId) => isSet(parseResourceId(setId))).map((setId) => ({ id: setId }))
  const sources = plan.sourceIds.flatMap((scope) => {
    const role = sourceRoles[resourceType(parseResourceId(scope)).toLowerCase()]
    return role ? [{ role, scope }] : []
  })
  const [definition, ...ofSets] = accessNeeded('publish', id, sets)
  return [
    ...(definition ? [definition] : []),
    { role: 'galleryReader', scope: id.replace(/\/images\/[^/]*$/i, '') },
    ...ofSets,
    ...new Map(sources.map((need) => [need.scope.toLowerCase(), need])).values(),
  ]
}

/**
 * The role assignments that a purpose needs: of a version at its definition, because Microsoft advises against sharing
 * single versions; of a set at this set and its key alone. `sets` are those of the versions in `resourceId`, or itself.
 * https://learn.microsoft.com/azure/virtual-machines/share-gallery
 */
export function accessNeeded(purpose: TeamPurpose, resourceId: string, sets: readonly SetWithKey[]): AccessNeed[] {
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
