import { isDeepStrictEqual } from 'node:util'
import { formatResourceId, parentResourceId } from '@portal/arm'
import { isJsonObject, textAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { getOperation, listOperation, type ResourceType } from '../../collections.ts'
import {
  cannotDeleteResource,
  invalidParameter,
  parentResourceNotFound,
  propertyChangeNotAllowed,
  missingParameter,
  invalidValue,
} from '../../errors.ts'
import { durationOf, startOperation } from '../../operations.ts'
import { patchOperation } from '../../patch-operation.ts'
import { presentResource } from '../../present-resource.ts'
import { putOperation } from '../../put-operation.ts'
import type { ArmOperation, ArmRequest } from '../../request.ts'
import { spelling } from '../../spelling.ts'
import { deleteOperation } from '../../writing.ts'
import { assertGalleryQuota } from './gallery-quotas.ts'
import { resultingFeatures } from './image-definition-features.ts'
import { assertEmptyBin, withItsBin } from './soft-delete/soft-deleted-versions.ts'

const type = 'Microsoft.Compute/galleries/images'

// The API version of 2019 has no architectures.
function present(resource: StoredResource, request: ArmRequest): JsonObject {
  const older = request.apiVersion < '2020' && { architecture: undefined }
  const properties = { ...resource.properties, ...older }
  return presentResource({ ...resource, properties }, request.clock.now())
}

const definition: ResourceType = { type, present }

// Azure spells values in its own way, however they were sent.
const spellings = {
  osType: ['Linux', 'Windows'],
  osState: ['Generalized', 'Specialized'],
  hyperVGeneration: ['V1', 'V2'],
  architecture: ['x64', 'Arm64'],
}
// The immutable properties of a definition:
// https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#updating-resources
const enumerated = ['osType', 'osState', 'hyperVGeneration', 'architecture'] as const
const fixed = [...enumerated, 'identifier', 'purchasePlan']

function definitionProperties(sent: JsonObject, features: JsonObject[]): JsonObject {
  const spelt = (property: keyof typeof spellings) => {
    const value = sent[property]
    return typeof value === 'string' ? spelling(spellings[property], value) : value
  }
  const disallowed = sent['disallowed']
  const { identifier, recommended } = sent
  const { description, endOfLifeDate, eula, privacyStatementUri, releaseNoteUri, purchasePlan } = sent
  return {
    hyperVGeneration: spelt('hyperVGeneration') ?? 'V1',
    architecture: spelt('architecture') ?? 'x64',
    ...(features.length > 0 && { features }),
    osType: spelt('osType'),
    osState: spelt('osState'),
    identifier,
    recommended,
    ...(isJsonObject(disallowed) && Object.keys(disallowed).length > 0 && { disallowed }),
    description,
    endOfLifeDate,
    eula,
    privacyStatementUri,
    releaseNoteUri,
    purchasePlan,
  }
}

const put = putOperation(type, ({ request, requested, stored, named, sent, changing }) => {
  const features = resultingFeatures({ sent, stored: stored?.properties, apiVersion: request.apiVersion })
  const purchasePlan = sent['purchasePlan'] ?? stored?.properties['purchasePlan']
  const properties = definitionProperties({ ...stored?.properties, ...sent, purchasePlan }, features)
  for (const property of ['osType', 'osState'] as const)
    if (typeof properties[property] !== 'string') throw missingParameter(`galleryImage.properties.${property}`)
  for (const property of enumerated)
    if (!spellings[property].some((known) => known === properties[property]))
      throw invalidValue(`galleryImage.properties.${property}`)
  for (const property of ['publisher', 'offer', 'sku'])
    if (!/^[\w.-]{0,127}[\w-]$/.test(textAt(properties, 'identifier', property) ?? ''))
      throw invalidParameter(
        `Asset name galleryImage.properties.identifier.${property} is not valid. It cannot be empty. Allowed characters are uppercase or lowercase letters, digits, hyphen(-), period (.), underscore (_). Names are not allowed to end with period(.). The length of the name cannot exceed 128 characters.`,
        `galleryImage.properties.identifier.${property}`,
      )
  if (stored)
    for (const property of fixed)
      if (!isDeepStrictEqual(stored.properties[property], properties[property]))
        throw propertyChangeNotAllowed(`galleryImage.properties.${property}`)
  const parent = parentResourceId(requested)
  const gallery = parent && request.tenant.store.get(formatResourceId(parent))
  if (gallery === undefined) throw parentResourceNotFound(requested.names[0] ?? '')
  assertUniqueIdentifier(request.tenant.store.list(gallery.id, type), { id: named.id, properties })
  if (!stored) assertGalleryQuota(request.tenant, 'GalleryImage', { ...requested, location: named.location })
  const resource: StoredResource = { ...named, properties, change: changing(durationOf.imageDefinitionPut) }
  request.tenant.store.put(resource)
  return {
    status: stored ? 200 : 201,
    body: present(resource, request),
    headers: startOperation(request, 'capsOperations', resource),
  }
})

function assertUniqueIdentifier(others: StoredResource[], definition: { id: string; properties: JsonObject }): void {
  const identifierOf = ({ properties }: { properties: JsonObject }) =>
    ['publisher', 'offer', 'sku'].map((part) => textAt(properties, 'identifier', part)?.toLowerCase()).join('/')
  const twin = others.find(
    (other) =>
      other.id.toLowerCase() !== definition.id.toLowerCase() && identifierOf(other) === identifierOf(definition),
  )
  if (twin === undefined) return
  const [publisher, offer, sku] = ['publisher', 'offer', 'sku'].map((part) =>
    textAt(twin.properties, 'identifier', part),
  )
  throw invalidParameter(
    `Gallery image: ${twin.name} identified by (publisher:${publisher}, offer:${offer}, sku:${sku}) already exists. Choose a different publisher, offer, sku combination.`,
    'galleryImage.properties.identifier',
  )
}

/** https://learn.microsoft.com/rest/api/compute/gallery-images */
export const imageDefinitions: ArmOperation[] = [
  getOperation(definition),
  listOperation(definition),
  put,
  patchOperation(type, put.handle),
  withItsBin(
    deleteOperation({
      type,
      family: 'capsOperations',
      milliseconds: durationOf.galleryDelete,
      assertDeletable(request, resource) {
        if (request.tenant.store.list(resource.id).length > 0) throw cannotDeleteResource()
        assertEmptyBin(request, resource)
      },
    }),
  ),
]
