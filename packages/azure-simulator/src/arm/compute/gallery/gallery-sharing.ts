import { isJsonObject, objectsAt, textAt, valueAt, type Json, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { bodyReader } from '../../body-reader.ts'
import { pathOf, requestedResource } from '../../collections.ts'
import { invalidParameter, invalidValue } from '../../errors.ts'
import { guidOf } from '../../guid.ts'
import { durationOf, startOperation } from '../../operations.ts'
import { operation, type ArmOperation, type ArmRequest } from '../../request.ts'
import { assertIdle } from '../../writing.ts'

const type = 'Microsoft.Compute/galleries'

/**
 * Who else can use a gallery: the subscriptions and tenants of `groups`, or everyone. `permissions`, which is part of
 * the gallery itself, must allow it. https://learn.microsoft.com/rest/api/compute/gallery-sharing-profile/update
 */
export const gallerySharing: ArmOperation = operation(
  `POST ${pathOf(type)}/share`,
  `${type}/share/action`,
  (request) => {
    const gallery = requestedResource(request, type)
    assertIdle(request, gallery)
    const startedAt = request.clock.now()
    const shared: StoredResource = {
      ...gallery,
      properties: { ...gallery.properties, sharingProfile: profileAfter(gallery, request) },
      change: { state: 'Updating', startedAt, endsAt: startedAt + durationOf.galleryShare },
    }
    request.tenant.store.put(shared)
    return { status: 202, headers: startOperation(request, 'capsOperations', shared) }
  },
)

/**
 * The sharing profile of a gallery on a write: what was sent, with what only Azure writes, whether the gallery is
 * public and under which names. A PUT without sharing leaves it unchanged.
 */
export function writtenSharingProfile(sent: Json | undefined, stored: Json | undefined): Json | undefined {
  if (!isJsonObject(sent)) return stored
  const { communityGalleryInfo: info, groups } = sent
  const before = valueAt(stored, 'communityGalleryInfo')
  const nextGroups = groups ?? valueAt(stored, 'groups')
  return {
    ...sent,
    ...(nextGroups !== undefined && { groups: nextGroups }),
    ...(isJsonObject(info) && {
      communityGalleryInfo: {
        ...info,
        communityGalleryEnabled: valueAt(before, 'communityGalleryEnabled') ?? false,
        publicNames: valueAt(before, 'publicNames'),
      },
    }),
  }
}

function profileAfter({ name, properties }: StoredResource, request: ArmRequest): JsonObject {
  const profile = isJsonObject(properties['sharingProfile']) ? properties['sharingProfile'] : {}
  const permissions = textAt(profile, 'permissions') ?? 'Private'
  const operation = bodyReader(request.body).text('operationType')
  const assertPermissions = (needed: string) => {
    if (permissions !== needed)
      throw invalidParameter(
        `The operation '${operation}' is not allowed for a gallery whose permissions are '${permissions}'.`,
        'operationType',
      )
  }
  switch (operation) {
    case 'Add':
    case 'Remove':
      assertPermissions('Groups')
      return { ...profile, groups: groupsAfter(operation, profile, request) }
    case 'EnableCommunity': {
      assertPermissions('Community')
      const info = profile['communityGalleryInfo']
      const prefix = textAt(info, 'publicNamePrefix') ?? name
      const publicNames = [`${prefix}-${guidOf(`community ${name}`)}`]
      return {
        ...profile,
        communityGalleryInfo: { ...(isJsonObject(info) && info), communityGalleryEnabled: true, publicNames },
      }
    }
    case 'Reset':
      return { permissions: 'Private' }
    default:
      throw invalidValue('operationType')
  }
}

// One group of subscriptions, one of tenants, each id once.
function groupsAfter(operation: 'Add' | 'Remove', profile: JsonObject, { body }: ArmRequest): JsonObject[] {
  return ['Subscriptions', 'AADTenants'].flatMap((kind) => {
    const before = idsOf(profile, kind)
    const sent = idsOf(body, kind)
    const ids = operation === 'Add' ? [...new Set([...before, ...sent])] : before.filter((id) => !sent.includes(id))
    return ids.length > 0 ? [{ type: kind, ids }] : []
  })
}

function idsOf(holder: JsonObject, kind: string): Json[] {
  return objectsAt(holder, 'groups')
    .filter((group) => group['type'] === kind)
    .flatMap(({ ids }) => (Array.isArray(ids) ? ids : []))
}
