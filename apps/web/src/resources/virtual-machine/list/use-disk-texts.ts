import type { VirtualMachineRow } from '@portal/portal-api'
import { useBrowseTexts } from '../../../patterns/list/texts/use-browse-texts.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { useDiskName } from '../../../patterns/resource/use-disk-name.ts'

/** What encrypts each disk of a machine, as a text: `OS disk: Customer-managed key (a-set)`. */
export function useDiskTexts(): (machine: VirtualMachineRow) => string[] {
  const { encryptions } = useBrowseTexts()
  const diskName = useDiskName()
  return ({ disks }) =>
    disks.map(({ disk, encryption, diskEncryptionSetId }) => {
      const set = diskEncryptionSetId === undefined ? '' : ` (${resourceLabel(diskEncryptionSetId)})`
      return `${diskName(disk)}: ${encryptions[encryption]}${set}`
    })
}
