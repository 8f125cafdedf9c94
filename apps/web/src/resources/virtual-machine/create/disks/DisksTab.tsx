import { Checkbox, Text, makeStyles, Button } from '@fluentui/react-components'
import { DocumentArrowDownRegular } from '@fluentui/react-icons'
import { type EncryptionProfile, type AppliedProfile, machineProfileTarget, type ProfileCell } from '@portal/code'
import type { DiskKey } from '@portal/image-version'
import {
  confidentialDiskEncryptionSets,
  imageRegion,
  machineDiskEncryptionSets,
  machineDisks,
  type VirtualMachineInventory,
  imageSecurityEncryptionType,
  securityEncryptionType,
  type VirtualMachinePlan,
  type MachineDisk,
} from '@portal/virtual-machine'
import { useState } from 'react'
import { useSetsWithFacts } from '../../../../patterns/key-health/use-sets-with-facts.ts'
import { ApplyProfile } from '../../../../patterns/profiles/ApplyProfile.tsx'
import { useProfileTexts } from '../../../../patterns/profiles/profiles-texts.ts'
import { useDiskName } from '../../../../patterns/resource/use-disk-name.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useMachineTexts } from '../../texts/machine-texts.ts'
import type { TabProps } from '../tabs.ts'
import { MachineDiskFields } from './MachineDiskFields.tsx'
import { setOptions } from './set-options.ts'

interface DisksTabProps extends TabProps {
  /** the encryption profile that was applied last */
  profile: EncryptionProfile | undefined
  onProfile: (profile: EncryptionProfile) => void
}

/** Whose keys encrypt each disk of the machine, and its storage. */
export function DisksTab(props: DisksTabProps) {
  const { plan, issues, profile, onEdit, onLeave, onProfile } = props
  const inventory = useOfferedSets(props)
  const t = useMachineTexts().disks
  const hasSets = (imageRegion(inventory.image, plan.location)?.diskEncryptionSets.length ?? 0) > 0
  if (plan.location === '') return <Text>{t.noRegion}</Text>
  return (
    <Stack gap="XXXL">
      <Section title={t.encryption} description={hasSets ? `${t.intro} ${t.noWayBack}` : t.intro}>
        <IssueField
          issues={issues}
          onLeave={onLeave}
          path={['encryptionAtHost']}
          label={t.encryptionAtHost}
          hint={t.encryptionAtHostHint}
        >
          <Checkbox
            checked={plan.encryptionAtHost}
            onChange={(_, { checked }) => onEdit({ encryptionAtHost: checked === true })}
          />
        </IssueField>
        {plan.securityType === 'ConfidentialVM' && <ConfidentialDiskFields {...props} inventory={inventory} />}
        <MachineProfile plan={plan} inventory={inventory} profile={profile} onEdit={onEdit} onProfile={onProfile} />
      </Section>
      <Stack gap="XXL">
        {machineDisks(plan).map(({ key, disk }) => (
          <MachineDiskFields
            key={key}
            {...props}
            inventory={inventory}
            profile={profile}
            diskKey={key}
            disk={disk}
            onChange={(change) => onEdit(changedDisk(plan, key, change))}
          />
        ))}
      </Stack>
    </Stack>
  )
}

/** Maximum number of sets whose keys are read. */
const looked = 50

/** The machine's inventory with Azure's facts about the keys of the sets that are offered for its disks. */
function useOfferedSets({ plan, inventory }: TabProps): VirtualMachineInventory {
  const offered = [
    ...machineDiskEncryptionSets(plan, inventory),
    ...(plan.securityType === 'ConfidentialVM' ? confidentialDiskEncryptionSets(plan, inventory) : []),
  ]
  return { ...inventory, ...useSetsWithFacts(inventory, offered.slice(0, looked)) }
}

/** How the OS disk of a confidential machine is encrypted; fixed if the image determines it. */
function ConfidentialDiskFields({ plan, inventory, issues, onEdit, onLeave }: TabProps) {
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

const useMachineProfileStyles = makeStyles({ open: { alignSelf: 'start' } })

interface MachineProfileProps extends Pick<TabProps, 'plan' | 'inventory' | 'onEdit'> {
  profile: EncryptionProfile | undefined
  onProfile: (profile: EncryptionProfile) => void
}

/** Gives the disks of the machine the sets of an encryption profile. */
function MachineProfile({ plan, inventory, profile, onEdit, onProfile }: MachineProfileProps) {
  const styles = useMachineProfileStyles()
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

/** The fields of the plan in which the disk `key` is changed. */
function changedDisk(
  plan: Pick<VirtualMachinePlan, 'osDisk' | 'dataDisks'>,
  key: DiskKey,
  change: Partial<MachineDisk>,
): Partial<Pick<VirtualMachinePlan, 'osDisk' | 'dataDisks'>> {
  if (key === 'os') return { osDisk: { ...plan.osDisk, ...change } }
  return { dataDisks: plan.dataDisks.map((disk) => (disk.lun === key ? { ...disk, ...change } : disk)) }
}
