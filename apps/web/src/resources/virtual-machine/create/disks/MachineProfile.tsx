import { Button, makeStyles } from '@fluentui/react-components'
import { DocumentArrowDownRegular } from '@fluentui/react-icons'
import { type AppliedProfile, type EncryptionProfile, machineProfileTarget, type ProfileCell } from '@portal/code'
import type { VirtualMachinePlan } from '@portal/virtual-machine'
import { useState } from 'react'
import { ApplyProfile } from '../../../../patterns/profiles/ApplyProfile.tsx'
import { useProfileTexts } from '../../../../patterns/profiles/texts/use-profile-texts.ts'
import { useDiskName } from '../../../../patterns/resource/use-disk-name.ts'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'
import type { TabProps } from '../tabs.ts'
import { changedDisk } from './changed-disk.ts'

const useStyles = makeStyles({ open: { alignSelf: 'start' } })

interface MachineProfileProps extends Pick<TabProps, 'plan' | 'inventory' | 'onEdit'> {
  profile: EncryptionProfile | undefined
  onProfile: (profile: EncryptionProfile) => void
}

/** Gives the disks of the machine the sets of an encryption profile. */
export function MachineProfile({ plan, inventory, profile, onEdit, onProfile }: MachineProfileProps) {
  const styles = useStyles()
  const t = useProfileTexts()
  const { confidentialSet } = useMachineTexts().disks
  const diskName = useDiskName()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button className={styles.open} icon={<DocumentArrowDownRegular />} onClick={() => setOpen(true)}>
        {t.apply}
      </Button>
      {isOpen && (
        <ApplyProfile
          applied={profile}
          target={machineProfileTarget(plan, inventory)}
          ownId={plan.imageVersionId}
          chosenOf={(cell) => chosenIn(plan, cell)}
          nameOf={({ disk }) => (disk === 'confidential' ? confidentialSet : diskName(disk))}
          onApply={(applied, chosen) => {
            onProfile(applied)
            onEdit(withChosen(plan, chosen))
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function chosenIn(plan: VirtualMachinePlan, { disk }: ProfileCell): string {
  if (disk === 'confidential') return plan.secureVMDiskEncryptionSetId
  if (disk === 'os') return plan.osDisk.diskEncryptionSetId
  return plan.dataDisks.find(({ lun }) => lun === disk)?.diskEncryptionSetId ?? ''
}

function withChosen(plan: VirtualMachinePlan, chosen: AppliedProfile['chosen']): Partial<VirtualMachinePlan> {
  const { osDisk, dataDisks, secureVMDiskEncryptionSetId } = plan
  return chosen.reduce(
    (fields, { cell: { disk }, diskEncryptionSetId }) =>
      disk === 'confidential'
        ? { ...fields, secureVMDiskEncryptionSetId: diskEncryptionSetId }
        : { ...fields, ...changedDisk(fields, disk, { diskEncryptionSetId }) },
    { osDisk, dataDisks, secureVMDiskEncryptionSetId },
  )
}
