import type { DiskKey } from '@portal/image-version'
import { useTexts } from '../../i18n/language.ts'

/** The name of an image's disk: the OS disk, or a data disk by its LUN. */
export function useDiskName(): (disk: DiskKey) => string {
  const { imageVersion } = useTexts()
  return (disk) => (disk === 'os' ? imageVersion.osDisk : imageVersion.dataDisk(String(disk)))
}
