import { defaultStorage, storageAccountType, type DefaultStorage, type StorageAccountType } from '../plan.ts'

/** How ARM is told of a default storage: by one of its two fields, since it refuses both together. */
export type StorageSent =
  | { storageAccountType: StorageAccountType; storageAccountStrategy?: never }
  | { storageAccountStrategy: 'PreferStandard_ZRS'; storageAccountType?: never }

/** The field of the publishing profile that says `storage`. */
export function storageSent(storage: DefaultStorage): StorageSent {
  return storage === 'PreferStandard_ZRS' ? { storageAccountStrategy: storage } : { storageAccountType: storage }
}

/** The storage fields of a publishing profile, as ARM answers them or as somebody wrote them. */
interface StorageFields {
  storageAccountType?: string | undefined
  storageAccountStrategy?: string | undefined
}

/**
 * The default storage that a publishing profile names; undefined where it names none that a plan knows. Of both fields
 * the strategy counts. ARM takes them in any case.
 */
export function defaultStorageOf(profile: StorageFields = {}): DefaultStorage | undefined {
  const { storageAccountStrategy = '', storageAccountType: type } = profile
  // Azure's other strategy is another word for a type.
  if (isSame(storageAccountStrategy, 'DefaultStandard_LRS')) return 'Standard_LRS'
  return defaultStorage.options.find((known) => isSame(known, storageAccountStrategy)) ?? storageAccountTypeNamed(type)
}

/** The type of that name in any case, as az sends lower case; undefined for a type that a plan cannot name. */
export function storageAccountTypeNamed(name: string | undefined): StorageAccountType | undefined {
  return storageAccountType.options.find((known) => isSame(known, name ?? ''))
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
