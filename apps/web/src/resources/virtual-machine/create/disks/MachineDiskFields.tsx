import { makeStyles, tokens } from '@fluentui/react-components'
import { type EncryptionProfile, profiledSet } from '@portal/code'
import type { DiskKey } from '@portal/image-version'
import { sameResourceId } from '@portal/portal-api'
import {
  imageDiskEncryptionSetId,
  type MachineDisk,
  machineDiskEncryptionSets,
  machineDiskPath,
  machineDiskType,
} from '@portal/virtual-machine'
import { useFormats } from '../../../../i18n/formats.ts'
import { CheckedSets } from '../../../../patterns/key-health/CheckedSets.tsx'
import { stateOfSet } from '../../../../patterns/matrix/list/ordered-sets.ts'
import { useProfileTexts } from '../../../../patterns/profiles/profiles-texts.ts'
import { useDiskName } from '../../../../patterns/resource/use-disk-name.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { Heading } from '../../../../ui/Heading.tsx'
import { useMachineTexts } from '../../texts/machine-texts.ts'
import type { TabProps } from '../tabs.ts'
import { setOptions } from './set-options.ts'

const useStyles = makeStyles({
  disk: {
    display: 'grid',
    gridTemplateColumns: '220px minmax(0, 232px) minmax(0, 480px)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    alignItems: 'start',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 480px)' },
  },
})

interface MachineDiskFieldsProps extends TabProps {
  diskKey: DiskKey
  disk: MachineDisk
  /** the encryption profile that was applied last */
  profile: EncryptionProfile | undefined
  onChange: (change: Partial<MachineDisk>) => void
}

/** One disk of the machine: its storage, and the key that encrypts it. */
export function MachineDiskFields(props: MachineDiskFieldsProps) {
  const { plan, inventory, issues, onLeave, diskKey, disk, profile, onChange } = props
  const styles = useStyles()
  const t = useMachineTexts()
  const { readiness, wizard } = useWizardTexts()
  const { gigabytes } = useFormats()
  const { differs } = useProfileTexts()
  const name = useDiskName()(diskKey)
  const { image } = inventory
  const size = diskKey === 'os' ? image.osDiskSizeInGB : image.dataDisks.find(({ lun }) => lun === diskKey)?.sizeInGB
  const inImage = imageDiskEncryptionSetId(image, plan.location, diskKey)
  const sets = setOptions(machineDiskEncryptionSets(plan, inventory), {
    inImage,
    now: inventory.now,
    t: t.disks,
    readiness,
  })
  const platformKey = { value: platform, label: t.disks.platformKey, group: t.disks.platformKey }
  // Azure's IDs do not always have the same case.
  const chosen = sets.find(({ value }) => sameResourceId(value, disk.diskEncryptionSetId))
  const set = inventory.diskEncryptionSets.find(({ id }) => id === chosen?.value)
  const wanted = profile === undefined ? '' : profiledSet(profile, plan.location, diskKey)
  const difference =
    profile !== undefined && wanted !== '' && !sameResourceId(wanted, disk.diskEncryptionSetId)
      ? differs(profile.name)
      : undefined
  const path = machineDiskPath(diskKey)
  const field = { issues, onLeave, stacked: true }
  return (
    <div className={styles.disk} role="group" aria-label={name}>
      <Heading as="h3">{size === undefined ? name : `${name} · ${gigabytes(size)}`}</Heading>
      <IssueField {...field} path={[...path, 'storageAccountType']} label={t.disks.storageType}>
        <Choice
          aria-label={t.disks.storageTypeOf(name)}
          value={disk.storageAccountType}
          options={machineDiskType.options.map((type) => ({ value: type, label: t.storageTypes[type] })).toReversed()}
          onChoose={(storageAccountType) => onChange({ storageAccountType })}
        />
      </IssueField>
      <div>
        <IssueField
          {...field}
          path={[...path, 'diskEncryptionSetId']}
          label={t.disks.keyManagement}
          hint={[chosen?.detail, difference].filter(Boolean).join(' · ') || undefined}
          required={inImage !== ''}
        >
          <Choice
            aria-label={t.disks.keyManagementOf(name)}
            value={chosen?.value ?? (inImage === '' && disk.diskEncryptionSetId === '' ? platform : '')}
            options={[...(inImage === '' ? [platformKey] : []), ...sets]}
            placeholder={wizard.choose}
            onChoose={(id) => onChange({ diskEncryptionSetId: id === platform ? '' : id })}
          />
        </IssueField>
        {set && <CheckedSets key={set.id} sets={[set]} state={stateOfSet(set, inventory.now)} />}
      </div>
    </div>
  )
}

/** Stands for the platform's key, which has no id. */
const platform = 'EncryptionAtRestWithPlatformKey'
