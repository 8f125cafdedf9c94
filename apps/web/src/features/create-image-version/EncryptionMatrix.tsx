import { MessageBar, MessageBarBody, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import {
  areImageDisksKnown,
  cellPath,
  diskEncryptionSetOf,
  imageDisks,
  isHomeRegion,
  regionDisplayName,
  usesCustomerKeys,
  type TargetRegion,
} from '@portal/image-version'
import { useTexts } from '../../i18n/language.ts'
import { cellCount } from './cell-count.ts'
import { DiskEncryptionSetField } from './DiskEncryptionSetField.tsx'
import { fittingConfidentialSets, fittingSets } from './fitting-sets.ts'
import { Section } from '../../ui/Section.tsx'
import type { TabProps } from './tab-props.ts'

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, alignItems: 'baseline' },
  regions: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  region: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingVerticalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  regionHead: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  heading: { margin: '0' },
  note: { color: tokens.colorNeutralForeground3 },
  cells: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
})

/** A cell for each disk of the image in each target region, each with the sets that fit. */
export function EncryptionMatrix(props: TabProps) {
  const { plan, inventory } = props
  const styles = useStyles()
  const t = useTexts().wizard.encryption
  const regions = plan.targetRegions
    .map((region, index) => ({ region, index }))
    .filter(({ region }) => region.name !== '')
  const { set, cells } = cellCount(plan, inventory)

  return (
    <Section title={t.sets} description={t.setsIntro}>
      {!areImageDisksKnown(plan.source, inventory) ? (
        <Text>{t.chooseSourceFirst}</Text>
      ) : regions.length === 0 ? (
        <Text>{t.chooseRegionsFirst}</Text>
      ) : (
        <>
          <Text weight="semibold" role="status">
            {t.counter(set, cells)}
          </Text>
          <div className={styles.regions}>
            {regions.map(({ region, index }) => (
              <RegionCells key={index} {...props} region={region} index={index} />
            ))}
          </div>
        </>
      )}
    </Section>
  )
}

interface RegionCellsProps extends TabProps {
  region: TargetRegion
  index: number
}

function RegionCells({ region, index, ...props }: RegionCellsProps) {
  const { plan, inventory } = props
  const styles = useStyles()
  const t = useTexts().wizard.encryption
  const displayName = regionDisplayName(inventory, region.name)
  const sets = fittingSets(plan, inventory, region.name)
  const disks = imageDisks(plan.source, inventory)
  const hasChoice = disks.some((disk) => diskEncryptionSetOf(region, disk.key) !== '')
  const lacksSets = usesCustomerKeys(plan) && sets.length === 0

  return (
    <section className={styles.region} aria-label={displayName}>
      <div className={styles.regionHead}>
        <Subtitle2 as="h3" className={styles.heading}>
          {displayName}
        </Subtitle2>
        {isHomeRegion(plan, region) && (
          <Text size={200} className={styles.note}>
            {t.sourceRegion}
          </Text>
        )}
      </div>
      {lacksSets && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t.noSetHere(displayName, t.types[plan.encryptionType])}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.cells}>
        {usesCustomerKeys(plan) &&
          (sets.length > 0 || hasChoice) &&
          disks.map((disk) => (
            <DiskEncryptionSetField
              key={disk.key}
              {...props}
              path={cellPath(index, disk.key)}
              diskName={[
                disk.key === 'os' ? t.osDisk : t.lun(disk.key),
                ...(disk.key === 'os' || disk.name === '' ? [] : [disk.name]),
                ...(disk.sizeInGB === undefined ? [] : [t.size(disk.sizeInGB)]),
              ].join(' · ')}
              regionName={displayName}
              sets={sets}
              chosen={diskEncryptionSetOf(region, disk.key)}
              onChoose={(diskEncryptionSetId) =>
                props.onEdit({ type: 'chooseDiskEncryptionSet', index, disk: disk.key, diskEncryptionSetId })
              }
            />
          ))}
        {plan.confidentialVMEncryptionType === 'EncryptedWithCmk' && (
          <DiskEncryptionSetField
            {...props}
            path={['targetRegions', index, 'encryption', 'secureVMDiskEncryptionSetId']}
            diskName={t.confidentialSet}
            regionName={displayName}
            sets={fittingConfidentialSets(plan, inventory, region.name)}
            chosen={region.encryption.secureVMDiskEncryptionSetId}
            onChoose={(diskEncryptionSetId) =>
              props.onEdit({ type: 'chooseConfidentialDiskEncryptionSet', index, diskEncryptionSetId })
            }
          />
        )}
      </div>
    </section>
  )
}
