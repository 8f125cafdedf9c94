import { Button } from '@fluentui/react-components'
import { type DeletedVersion, stageOfDeleted } from '@portal/gallery'
import type { RecycleBin } from '@portal/portal-api'
import { useFormats } from '../../../../i18n/formats.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useRecycleBinTexts } from '../../texts/recycle-bin-texts.ts'

interface DeletedVersionTableProps {
  bin: RecycleBin
  /** ids of those that Azure is at */
  purging: readonly string[]
  restoring: string | undefined
  onRestore: (version: DeletedVersion) => void
  onPurge: (version: DeletedVersion) => void
}

/** The content of a recycle bin, until when it can be used and restored, and the two actions on it. */
export function DeletedVersionTable({ bin, purging, restoring, onRestore, onPurge }: DeletedVersionTableProps) {
  const t = useRecycleBinTexts().bin
  const { dateTime } = useFormats()
  const time = (iso: string | undefined) => (iso === undefined ? t.unknown : dateTime(iso))
  return (
    <DataTable
      label={t.title}
      rows={bin.versions}
      rowKey={({ id }) => id}
      columns={[
        { heading: t.version, cell: ({ name }) => name, width: '96px' },
        { heading: t.stage, cell: (version) => <Stage version={version} now={bin.now} /> },
        { heading: t.deleted, cell: ({ softDeletedTime }) => time(softDeletedTime) },
        { heading: t.usableUntil, cell: ({ consumptionEndTime }) => time(consumptionEndTime) },
        { heading: t.restorableUntil, cell: ({ hardDeletionTargetTime }) => time(hardDeletionTargetTime) },
        {
          heading: t.actions,
          width: '280px',
          cell: (version) =>
            purging.includes(version.id) || version.id === restoring ? (
              <StateLabel look="running">{version.id === restoring ? t.restoringNow : t.purging}</StateLabel>
            ) : (
              <Stack row="wrap" gap="S">
                {bin.mayRestore !== 'forbidden' && (
                  <Button size="small" aria-label={t.restoreNamed(version.name)} onClick={() => onRestore(version)}>
                    {t.restore}
                  </Button>
                )}
                {bin.mayDelete !== 'forbidden' && (
                  <Button size="small" aria-label={t.purgeNamed(version.name)} onClick={() => onPurge(version)}>
                    {t.purge}
                  </Button>
                )}
              </Stack>
            ),
        },
      ]}
    />
  )
}

function Stage({ version, now }: { version: DeletedVersion; now: string }) {
  const t = useRecycleBinTexts().bin
  const stage = stageOfDeleted(version, now)
  if (stage === undefined) return <StateLabel look="unknown">{t.unknown}</StateLabel>
  return <StateLabel look={stage === 'Retention' ? 'waiting' : 'warning'}>{t.stages[stage]}</StateLabel>
}
