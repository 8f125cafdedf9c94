import type { DiskKey } from '@portal/image-version'
import { rangesOf } from '../../../../patterns/matrix/disk-groups.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'

/** The names of several disks of a version, for example `OS disk, LUN 0–3`. */
export function useDiskNames(): (disks: readonly (DiskKey | 'confidential')[]) => string {
  const t = useWizardTexts().wizard.encryption
  return (disks) => {
    const luns = disks.filter((disk) => typeof disk === 'number')
    return [
      ...(disks.includes('confidential') ? [t.confidentialSet] : []),
      ...(disks.includes('os') ? [t.osDisk] : []),
      ...(luns.length > 0 ? [t.lun(rangesOf(luns))] : []),
    ].join(', ')
  }
}
