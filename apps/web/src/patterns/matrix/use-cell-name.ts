import { regionDisplayName } from '@portal/disk-encryption'
import type { ImageVersionPlan, Inventory, IssuePath } from '@portal/image-version'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'

/** The name of the Encryption tab's cell at a path, for example `LUN 1 in West US`; '' for any other path. */
export function useCellName(plan: ImageVersionPlan, inventory: Inventory): (path: IssuePath) => string {
  const t = useWizardTexts().wizard.encryption
  return ([field, index, part, kind, lun]) => {
    if (field !== 'targetRegions' || typeof index !== 'number' || part !== 'encryption') return ''
    const region = regionDisplayName(inventory, plan.targetRegions[index]?.name ?? '')
    if (kind === 'secureVMDiskEncryptionSetId') return t.diskIn(t.confidentialSet, region)
    return t.diskIn(typeof lun === 'number' ? t.lun(lun) : t.osDisk, region)
  }
}
