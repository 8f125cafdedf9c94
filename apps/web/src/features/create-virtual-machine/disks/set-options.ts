import type { DiskEncryptionSet } from '@portal/image-version'
import { sameResourceId } from '@portal/portal-api'
import type { MachineTexts } from '../../../i18n/machines/machine.en.ts'
import type { ChoiceOption } from '../../../ui/Choice.tsx'

/** The available sets, in the groups of the Azure portal's Key management; `inImage` is that of the image. */
export function setOptions(sets: DiskEncryptionSet[], inImage: string, t: MachineTexts['disks']): ChoiceOption[] {
  return sets.map((set) => {
    const key = [set.keyVaultName, set.keyName].filter((part) => part !== '').join(' / ')
    const detail = sameResourceId(set.id, inImage) ? [key, t.asInImage].filter(Boolean).join(', ') : key
    return { value: set.id, label: set.name, group: t.keyGroups[set.encryptionType], ...(detail !== '' && { detail }) }
  })
}
