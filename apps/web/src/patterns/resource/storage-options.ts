import type { DefaultStorage, StorageAccountType } from '@portal/image-version'
import type { ChoiceOption } from '../../ui/Choice.tsx'

/** The storage types in the Azure portal's order, with their names in the user's language. */
export function storageOptions(names: Record<StorageAccountType, string>): ChoiceOption<StorageAccountType>[] {
  const types: StorageAccountType[] = ['Standard_LRS', 'Premium_LRS', 'Standard_ZRS']
  return types.map((value) => ({ value, label: names[value] }))
}

/** Another option for the version's default: the strategy by which Azure chooses the type for each region. */
export function defaultStorageOptions(names: Record<DefaultStorage, string>): ChoiceOption<DefaultStorage>[] {
  return [...storageOptions(names), { value: 'PreferStandard_ZRS', label: names.PreferStandard_ZRS }]
}
