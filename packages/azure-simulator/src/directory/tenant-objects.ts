import type { Tenant } from '../world.ts'
import type { ApplicationObject, DirectoryObject, PermissionGrant, ServicePrincipalObject } from './objects.ts'

interface Kinds {
  application: ApplicationObject
  servicePrincipal: ServicePrincipalObject
  permissionGrant: PermissionGrant
}

/** A tenant's objects: its initial ones, which others can share, and its changes on top. */
export type DirectoryHolder = Pick<Tenant, 'firstObjects' | 'directoryChanges'>

/** All of a kind: those the tenant began with, then the new ones in the order they came. */
export function objectsOf<K extends keyof Kinds>(tenant: DirectoryHolder, kind: K): Kinds[K][] {
  const { firstObjects, directoryChanges } = tenant
  const ids = new Set([...firstObjects.keys(), ...directoryChanges.keys()])
  return [...ids].map((id) => objectAt(tenant, id, kind)).filter((found) => found !== undefined)
}

/** The object with that ID and kind; undefined if there is none, or it was deleted. */
export function objectAt<K extends keyof Kinds>(tenant: DirectoryHolder, id: string, kind: K): Kinds[K] | undefined {
  const key = id.toLowerCase()
  const changed = tenant.directoryChanges.get(key)
  const found = changed === undefined ? tenant.firstObjects.get(key) : changed
  return found && isOf(found, kind) ? found : undefined
}

/** Puts an object in the place of the one of its id, or adds it. */
export function keepObject(tenant: DirectoryHolder, object: DirectoryObject): void {
  tenant.directoryChanges.set(object.id.toLowerCase(), object)
}

export function dropObject(tenant: DirectoryHolder, id: string): void {
  const key = id.toLowerCase()
  if (tenant.firstObjects.has(key)) tenant.directoryChanges.set(key, null)
  else tenant.directoryChanges.delete(key)
}

export function applicationOf(tenant: DirectoryHolder, appId: string): ApplicationObject | undefined {
  return objectsOf(tenant, 'application').find((application) => application.appId === appId.toLowerCase())
}

export function servicePrincipalOf(tenant: DirectoryHolder, appId: string): ServicePrincipalObject | undefined {
  return objectsOf(tenant, 'servicePrincipal').find((principal) => principal.appId === appId.toLowerCase())
}

/** Whether a user or service principal with that object ID can act in the tenant. */
export function isPrincipal(tenant: Tenant, objectId: string): boolean {
  return tenant.users.some(({ id }) => id === objectId) || objectAt(tenant, objectId, 'servicePrincipal') !== undefined
}

function isOf<K extends keyof Kinds>(object: DirectoryObject, kind: K): object is Kinds[K] {
  return object.kind === kind
}
