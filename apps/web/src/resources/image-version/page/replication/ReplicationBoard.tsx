import { makeStyles, Text, tokens, mergeClasses, ProgressBar } from '@fluentui/react-components'
import { encryptionSummary, isSettled, type EffectiveRegion, type EffectiveStorage } from '@portal/image-version'
import type { ImageVersion, StoredTargetRegion, ReplicationState } from '@portal/portal-api'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { storageName } from '../../../../i18n/storage-name.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { DataTable, type Column } from '../../../../ui/DataTable.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { shows } from '../../../../ui/shows.ts'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../../../ui/StateLabel.tsx'
import { useImageVersionTexts } from '../../texts/version-page-texts.ts'
import { RegionEncryptionCell } from './RegionEncryptionCell.tsx'

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
        <Stack as="span">
          {stored?.displayName ?? regionDisplayName(encryption.region)}
          {encryption.region === version.location && <Quiet size={200}>{imageVersion.homeRegion}</Quiet>}
        </Stack>
      ),
      width: '104px',
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

const looks: Record<ReplicationState, StateLook> = {
  Unknown: 'waiting',
  Replicating: 'progressing',
  Completed: 'done',
  Failed: 'failed',
}

/** The state of the replication to one region. */
function RegionState({ stored }: { stored: StoredTargetRegion | undefined }) {
  const { imageVersion } = useTexts()
  if (!stored) return <StateLabel look="failed">{imageVersion.regionMissing}</StateLabel>
  const state = stored.replication?.state ?? 'Unknown'
  return (
    <span {...shows(`region-${state}`)}>
      <StateLabel look={looks[state]}>{imageVersion.replicationStates[state]}</StateLabel>
    </span>
  )
}

const useRegionStorageCellStyles = makeStyles({
  cell: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
})

/** The applied storage of one region, and below it the requested one if it differs; Azure might lack the region. */
function RegionStorageCell({ storage }: { storage: EffectiveStorage | undefined }) {
  const styles = useRegionStorageCellStyles()
  const { imageVersion } = useTexts()
  if (storage?.stored === undefined) return <>–</>
  const { stored, asked, differs } = storage
  const name = (of: string) => storageName(imageVersion.storageTypes, of)
  return (
    <span className={mergeClasses(styles.cell, differs && styles.wrong)}>
      {name(stored)}
      {asked && differs && (
        <Text size={200} className={styles.wrong}>
          {imageVersion.storageRequested(name(asked))}
        </Text>
      )}
    </span>
  )
}

const useRegionProgressStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', columnGap: '8px', minWidth: '128px' },
  bar: { flexGrow: 1 },
  // kept free where it might come, so that no row moves
  remaining: { minHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  percent: { minWidth: '40px', textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
})

interface RegionProgressProps {
  region: StoredTargetRegion
  /** estimated remaining milliseconds, if known */
  remaining: number | undefined
}

/** A bar and a figure for one region. */
function RegionProgress({ region, remaining }: RegionProgressProps) {
  const styles = useRegionProgressStyles()
  const { imageVersion } = useTexts()
  const { percent, duration } = useFormats()
  const t = useImageVersionTexts()
  const { state = 'Unknown', progress = 0 } = region.replication ?? {}
  const shown = state === 'Completed' ? 100 : progress
  return (
    <>
      <div className={styles.row}>
        <ProgressBar
          className={styles.bar}
          thickness="large"
          value={shown / 100}
          color={state === 'Failed' ? 'error' : state === 'Completed' ? 'success' : 'brand'}
          aria-label={imageVersion.progressOf(region.displayName)}
          aria-valuetext={percent(shown)}
        />
        <Text className={styles.percent}>{percent(shown)}</Text>
      </div>
      {state !== 'Failed' && (
        <Text size={200} block className={styles.remaining}>
          {remaining !== undefined && t.remaining(duration(remaining))}
        </Text>
      )}
    </>
  )
}
