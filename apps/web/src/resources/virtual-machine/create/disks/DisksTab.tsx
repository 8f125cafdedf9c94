import { Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { EncryptionProfile } from '@portal/code'
import {
  confidentialDiskEncryptionSets,
  imageRegion,
  machineDiskEncryptionSets,
  machineDisks,
  type VirtualMachineInventory,
} from '@portal/virtual-machine'
import { useSetsWithFacts } from '../../../../patterns/key-health/use-sets-with-facts.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'
import type { TabProps } from '../tabs.ts'
import { changedDisk } from './changed-disk.ts'
import { ConfidentialDiskFields } from './ConfidentialDiskFields.tsx'
import { MachineDiskFields } from './MachineDiskFields.tsx'
import { MachineProfile } from './MachineProfile.tsx'

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXXL },
  disks: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
})

interface DisksTabProps extends TabProps {
  /** the encryption profile that was applied last */
  profile: EncryptionProfile | undefined
  onProfile: (profile: EncryptionProfile) => void
}

/** Whose keys encrypt each disk of the machine, and its storage. */
export function DisksTab(props: DisksTabProps) {
  const { plan, issues, profile, onEdit, onLeave, onProfile } = props
  const inventory = useOfferedSets(props)
  const styles = useStyles()
  const t = useMachineTexts().disks
  const hasSets = (imageRegion(inventory.image, plan.location)?.diskEncryptionSets.length ?? 0) > 0
  if (plan.location === '') return <Text>{t.noRegion}</Text>
  return (
    <div className={styles.tab}>
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
      <div className={styles.disks}>
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
      </div>
    </div>
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
