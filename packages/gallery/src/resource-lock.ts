import { apiVersions } from '@portal/arm'
import * as z from 'zod/mini'

// https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources

/** `CanNotDelete` forbids deletions; `ReadOnly` every change. */
export const lockLevel = z.enum(['CanNotDelete', 'ReadOnly'])
export type LockLevel = z.infer<typeof lockLevel>

/** A lock of Azure that applies to a resource: the ID of where it is set, and what it forbids. */
export const appliedLock = z.strictObject({ scope: z.string(), level: lockLevel })
export type AppliedLock = z.infer<typeof appliedLock>

/** The same with what a user reads of it. */
export const resourceLock = z.extend(appliedLock, { name: z.string(), notes: z.exactOptional(z.string()) })
export type ResourceLock = z.infer<typeof resourceLock>

/** The API version of management locks. */
export const lockApiVersion = apiVersions.locks.version

/** The most characters of a lock's notes that Azure accepts. */
export const longestLockNotes = 512

/** Those of the locks that apply to a resource: set on it or above it. */
export function locksOn<Lock extends AppliedLock>(id: string, locks: readonly Lock[]): Lock[] {
  const inner = `${id.toLowerCase()}/`
  return locks.filter(({ scope }) => inner.startsWith(`${scope.toLowerCase()}/`))
}

/** Those of the locks of a resource that forbid to change or to delete it. */
export function locksAgainst<Lock extends AppliedLock>(act: 'change' | 'deletion', locks: readonly Lock[]): Lock[] {
  return locks.filter(({ level }) => act === 'deletion' || level === 'ReadOnly')
}

const lockNames: Record<LockLevel, string> = { CanNotDelete: 'do-not-delete', ReadOnly: 'read-only' }

/** The name of the lock that the portal sets: one for each level, so that it replaces nobody else's by chance. */
export function portalLockName(level: LockLevel): string {
  return lockNames[level]
}
