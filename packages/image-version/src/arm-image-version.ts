import type { StoredVersion } from './stored-version.ts'

/** What is required while everything else is optional: it identifies the region or disk. */
type Naming = 'name' | 'lun' | 'location'

// The index signature of a loose object says nothing about its own keys.
type Known<T> = keyof { [Key in keyof T as string extends Key ? never : Key]: T[Key] } & keyof T

/** A value of ARM in which everything is optional except the names of its parts. */
type Partly<T> = T extends readonly (infer Item)[]
  ? readonly Partly<Item>[]
  : T extends Record<string, string>
    ? T
    : T extends object
      ? { [Key in Known<T> & Naming]: T[Key] } & { [Key in Exclude<Known<T>, Naming>]?: Partly<T[Key]> | undefined }
      : T

/**
 * An image version as someone wrote it, or as any API version returns it: `storedVersion`, with everything optional
 * except the names of its parts. https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get
 */
export type ArmImageVersion = Partly<StoredVersion> & { name?: string | undefined }

type PublishingProfile = NonNullable<NonNullable<ArmImageVersion['properties']>['publishingProfile']>

export type ArmStoredTargetRegion = NonNullable<PublishingProfile['targetRegions']>[number]

/** The set of a confidential version's data disk is in its profile. */
export type ArmStoredDataDiskEncryption = NonNullable<
  NonNullable<ArmStoredTargetRegion['encryption']>['dataDiskImages']
>[number]

/** The storage account of a blob source: older API versions call it `id`. */
export function storageAccountIdOf(source: { id?: string | undefined; storageAccountId?: string | undefined }): string {
  return source.storageAccountId ?? source.id ?? ''
}
