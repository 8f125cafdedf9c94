import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { encryptionSummary, type EffectiveRegion, type EffectiveStorage } from '@portal/image-version'
import type { ImageVersion, StoredTargetRegion } from '@portal/portal-api'
import { useFormats } from '../../../i18n/formats.ts'
import { useImageVersionTexts } from '../../../i18n/image-versions/use-image-version-texts.ts'
import { useTexts } from '../../../i18n/language.ts'
import { regionDisplayName } from '../../../parts/resource/region-display-name.ts'
import { DataTable, type Column } from '../../../ui/DataTable.tsx'
import { RegionFailure } from '../repair/RegionFailure.tsx'
import { RepairButton } from '../repair/RepairButton.tsx'
import { RegionEncryptionCell } from './RegionEncryptionCell.tsx'
import { RegionProgress } from './RegionProgress.tsx'
import { RegionState } from './RegionState.tsx'
import { RegionStorageCell } from './RegionStorageCell.tsx'

const useStyles = makeStyles({
  region: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface Props {
  version: ImageVersion
  encryption: EffectiveRegion[]
  storage: EffectiveStorage[]
  /** estimated remaining milliseconds per region, if known; by short name */
  remaining: ReadonlyMap<string, number>
  /** the failed regions that can be removed and added again now */
  repairable: StoredTargetRegion[]
}

interface Row {
  encryption: EffectiveRegion
  /** absent for a requested region that Azure does not list */
  stored: StoredTargetRegion | undefined
  storage: EffectiveStorage | undefined
}

/** A line for each target region: how far Azure is there, and what encrypts its disks. */
export function ReplicationBoard({ version, encryption, storage, remaining, repairable }: Props) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  const { repair } = useImageVersionTexts()
  const { number } = useFormats()
  const rows = encryption.map((region): Row => ({
    encryption: region,
    stored: version.targetRegions.find(({ name }) => name === region.region),
    storage: storage.find(({ region: name }) => name === region.region),
  }))
  const columns: [Column<Row>, ...Column<Row>[]] = [
    {
      heading: imageVersion.region,
      cell: ({ stored, encryption }) => (
        <span className={styles.region}>
          {stored?.displayName ?? regionDisplayName(encryption.region)}
          {encryption.region === version.location && (
            <Text size={200} className={styles.quiet}>
              {imageVersion.homeRegion}
            </Text>
          )}
        </span>
      ),
    },
    {
      heading: imageVersion.replicas,
      cell: ({ stored }) => (stored ? number(stored.regionalReplicaCount) : '–'),
      width: '80px',
    },
    { heading: imageVersion.storage, cell: ({ storage: ofRegion }) => <RegionStorageCell storage={ofRegion} /> },
    {
      heading: imageVersion.state,
      cell: ({ stored }) => <RegionState stored={stored} />,
      width: '160px',
    },
    {
      heading: imageVersion.progress,
      cell: ({ stored }) => (stored ? <RegionProgress region={stored} remaining={remaining.get(stored.name)} /> : '–'),
      width: '180px',
    },
    {
      heading: imageVersion.encryptionStored,
      cell: ({ encryption }) => <RegionEncryptionCell region={encryption} versionId={version.id} />,
    },
  ]
  return (
    <DataTable
      label={imageVersion.replication}
      columns={columns}
      rows={rows}
      rowKey={({ encryption }) => encryption.region}
      isMarked={(row) =>
        hasFailed(row) || encryptionSummary([row.encryption]).needsAttention || row.storage?.differs === true
      }
      below={(row) =>
        hasFailed(row) && row.stored ? (
          <RegionFailure
            region={row.stored}
            isHome={row.encryption.region === version.location}
            action={
              repairable.includes(row.stored) && (
                <RepairButton id={version.id} regions={[row.stored]}>
                  {repair.openFor(row.stored.displayName)}
                </RepairButton>
              )
            }
          />
        ) : null
      }
    />
  )
}

function hasFailed({ stored }: Row): boolean {
  return stored?.replication?.state === 'Failed'
}
