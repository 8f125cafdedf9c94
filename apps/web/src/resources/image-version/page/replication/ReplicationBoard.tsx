import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { encryptionSummary, isSettled, type EffectiveRegion, type EffectiveStorage } from '@portal/image-version'
import type { ImageVersion, StoredTargetRegion } from '@portal/portal-api'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { DataTable, type Column } from '../../../../ui/DataTable.tsx'
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
}

interface Row {
  encryption: EffectiveRegion
  /** absent for a requested region that Azure does not list */
  stored: StoredTargetRegion | undefined
  storage: EffectiveStorage | undefined
}

/** A line for each target region: how far Azure is there, and what encrypts its disks. */
export function ReplicationBoard({ version, encryption, storage, remaining }: Props) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  const { number } = useFormats()
  const isUnderWay = !isSettled(version.provisioningState, version.targetRegions)
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
      cell: ({ stored }) => (
        <>
          <RegionState stored={stored} />
          {stored && isUnderWay && <RegionProgress region={stored} remaining={remaining.get(stored.name)} />}
        </>
      ),
      width: isUnderWay ? '180px' : '140px',
    },
    {
      heading: imageVersion.encryptionStored,
      cell: ({ encryption, stored }) => (
        <RegionEncryptionCell
          region={encryption}
          versionId={version.id}
          isApplied={stored?.replication?.state === 'Completed'}
        />
      ),
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
    />
  )
}

function hasFailed({ stored }: Row): boolean {
  return stored?.replication?.state === 'Failed'
}
