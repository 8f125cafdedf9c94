import {
  confidentialDiskEncryptionSets,
  imageRegion,
  imageSecurityEncryptionType,
  securityEncryptionType,
} from '@portal/virtual-machine'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'
import type { TabProps } from '../tabs.ts'
import { setOptions } from './set-options.ts'

/** How the OS disk of a confidential machine is encrypted; fixed if the image determines it. */
export function ConfidentialDiskFields({ plan, inventory, issues, onEdit, onLeave }: TabProps) {
  const t = useMachineTexts()
  const { readiness, wizard } = useWizardTexts()
  const field = { issues, onLeave }
  const inImage = imageRegion(inventory.image, plan.location)
  const fixed = imageSecurityEncryptionType(inImage?.confidentialVMEncryptionType)
  const sets = confidentialDiskEncryptionSets(plan, inventory)
  return (
    <>
      <IssueField
        {...field}
        path={['securityEncryptionType']}
        label={t.disks.confidentialType}
        hint={fixed === undefined ? t.disks.confidential : t.disks.fixedByImage}
        required
      >
        <Choice
          value={plan.securityEncryptionType ?? ''}
          options={securityEncryptionType.options.map((type) => ({ value: type, label: t.confidentialTypes[type] }))}
          placeholder={wizard.choose}
          disabled={fixed !== undefined}
          onChoose={(type) => onEdit({ securityEncryptionType: type })}
        />
      </IssueField>
      {plan.securityEncryptionType === 'DiskWithVMGuestState' && (
        <IssueField {...field} path={['secureVMDiskEncryptionSetId']} label={t.disks.confidentialSet}>
          <Choice
            value={plan.secureVMDiskEncryptionSetId}
            options={setOptions(sets, {
              inImage: inImage?.secureVMDiskEncryptionSetId ?? '',
              now: inventory.now,
              t: t.disks,
              readiness,
            })}
            placeholder={wizard.choose}
            onChoose={(id) => onEdit({ secureVMDiskEncryptionSetId: id })}
          />
        </IssueField>
      )}
    </>
  )
}
