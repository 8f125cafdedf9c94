import type { DiskKey } from '@portal/image-version'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import { rangesOf } from '../../../parts/encryption-matrix/disk-groups.ts'

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
