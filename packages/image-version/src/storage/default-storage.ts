import { defaultStorage, storageAccountType, type DefaultStorage, type StorageAccountType } from '../plan.ts'

/** A default storage in ARM's form: one of its two fields, because it refuses both together. */
type StorageSent =
  | { storageAccountType: StorageAccountType; storageAccountStrategy?: never }
  | { storageAccountStrategy: 'PreferStandard_ZRS'; storageAccountType?: never }

/** The field of the publishing profile for `storage`. */
export function storageSent(storage: DefaultStorage): StorageSent {
  return storage === 'PreferStandard_ZRS' ? { storageAccountStrategy: storage } : { storageAccountType: storage }
}

/** The storage fields of a publishing profile, as ARM returns them or as someone wrote them. */
interface StorageFields {
  storageAccountType?: string | undefined
  storageAccountStrategy?: string | undefined
}

/**
 * The default storage in a publishing profile; undefined if a plan can't express it. If both fields are set, the
 * strategy counts. ARM accepts them in any case.
 */
export function defaultStorageOf(profile: StorageFields = {}): DefaultStorage | undefined {
  const { storageAccountStrategy = '', storageAccountType: type } = profile
  // Azure's other strategy is a synonym of a type.
  if (isSame(storageAccountStrategy, 'DefaultStandard_LRS')) return 'Standard_LRS'
  return defaultStorage.options.find((known) => isSame(known, storageAccountStrategy)) ?? storageAccountTypeNamed(type)
}

/** The type with that name in any case, because az sends lowercase; undefined for a type that a plan can't name. */
export function storageAccountTypeNamed(name: string | undefined): StorageAccountType | undefined {
  return storageAccountType.options.find((known) => isSame(known, name ?? ''))
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
