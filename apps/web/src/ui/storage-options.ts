import type { StorageAccountType } from '@portal/image-version'
import type { ChoiceOption } from './Choice.tsx'

/** The storage types in the Azure portal's order, with their names in the user's language. */
export function storageOptions(names: Record<StorageAccountType, string>): ChoiceOption<StorageAccountType>[] {
  const types: StorageAccountType[] = ['Standard_LRS', 'Premium_LRS', 'Standard_ZRS']
  return types.map((value) => ({ value, label: names[value] }))
}
