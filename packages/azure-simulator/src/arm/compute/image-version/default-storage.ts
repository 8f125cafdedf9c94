import { textAt, type JsonObject } from '../../../json.ts'
import { findRegion } from '../../../regions.ts'
import type { SentImageVersion } from './image-version-request.ts'

// The storage of a version's regions that do not set it:
// https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update#storageaccountstrategy

/** The first API version with the strategy, which it uses if a PUT sets no storage. */
const strategySince = '2025-03-03'

const storageAccountTypes = ['Standard_LRS', 'Standard_ZRS', 'Premium_LRS', 'PremiumV2_LRS']
const storageAccountStrategies = ['PreferStandard_ZRS', 'DefaultStandard_LRS']

/** One of the two fields of a publishing profile, in Azure's spelling. */
export interface DefaultStorage {
  storageAccountType?: string
  storageAccountStrategy?: string
}

export function knowsStorageStrategy(apiVersion: string): boolean {
  return apiVersion >= strategySince
}

/** Azure's spelling of a storage account type sent in any case; undefined if it is not one. */
export function storageAccountTypeOf(sent: string): string | undefined {
  return storageAccountTypes.find((known) => known.toLowerCase() === sent.toLowerCase())
}

/** Azure's spelling of a storage account strategy sent in any case; undefined if it is not one. */
export function storageAccountStrategyOf(sent: string): string | undefined {
  return storageAccountStrategies.find((known) => known.toLowerCase() === sent.toLowerCase())
}

/** A version's default after a PUT: the existing one, otherwise the sent one, otherwise the API version's own. */
export function defaultStorageOf(
  sent: SentImageVersion,
  { apiVersion, stored }: { apiVersion: string; stored: JsonObject | undefined },
): DefaultStorage {
  if (stored !== undefined) return storedDefault(stored)
  const strategy = storageAccountStrategyOf(sent.storageAccountStrategy ?? '')
  if (strategy !== undefined) return { storageAccountStrategy: strategy }
  const type = storageAccountTypeOf(sent.storageAccountType ?? '')
  if (type !== undefined) return { storageAccountType: type }
  return knowsStorageStrategy(apiVersion)
    ? { storageAccountStrategy: 'PreferStandard_ZRS' }
    : { storageAccountType: 'Standard_LRS' }
}

/** What a stored publishing profile has for its default. */
function storedDefault(publishingProfile: JsonObject): DefaultStorage {
  const strategy = textAt(publishingProfile, 'storageAccountStrategy')
  if (strategy !== undefined) return { storageAccountStrategy: strategy }
  return { storageAccountType: textAt(publishingProfile, 'storageAccountType') ?? 'Standard_LRS' }
}

/** The type that a region gets by the default of its version. */
export function defaultTypeIn(region: string, { storageAccountType, storageAccountStrategy }: DefaultStorage): string {
  if (storageAccountStrategy !== 'PreferStandard_ZRS') return storageAccountType ?? 'Standard_LRS'
  return findRegion(region)?.hasAvailabilityZones === true ? 'Standard_ZRS' : 'Standard_LRS'
}
