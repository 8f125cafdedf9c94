import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, DeleteRegular, EarthRegular } from '@fluentui/react-icons'
import type { UseQueryResult } from '@tanstack/react-query'
import type { KeptWorld } from '../../demo/worlds/kept-worlds.ts'
import { useSavedWorldTexts } from '../../i18n/demo/use-saved-world-texts.ts'
import { useFormats } from '../../i18n/formats.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { download } from '../../ui/download.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Message } from '../../ui/Message.tsx'

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface KeptWorldsTableProps {
  worlds: UseQueryResult<KeptWorld[]>
  onAsk: (asking: ({ type: 'open' } & KeptWorld) | { type: 'discard'; name: string }) => void
  /** one is being opened */
  isBusy: boolean
}

/** The worlds that were saved in this browser, with what can be done with each. */
export function KeptWorldsTable({ worlds, onAsk, isBusy }: KeptWorldsTableProps) {
  const styles = useStyles()
  const { dateTime } = useFormats()
  const t = useSavedWorldTexts()
  if (worlds.isError) return <Message intent="warning">{t.notKept}</Message>
  if (worlds.data === undefined) return <LoadingRows rows={3} height={48} />
  if (worlds.data.length === 0)
    return <EmptyState icon={<EarthRegular />} title={t.none.title} advice={t.none.advice} />
  return (
    <DataTable
      label={t.title}
      rows={worlds.data}
      rowKey={({ name }) => name}
      columns={[
        { heading: t.name, cell: ({ name }) => name },
        { heading: t.savedAt, cell: ({ savedAt }) => dateTime(savedAt) },
        { heading: t.azureTime, cell: ({ world }) => dateTime(new Date(world.clock.now).toISOString()) },
        {
          heading: t.actions,
          cell: (kept) => (
            <div className={styles.actions}>
              <Button
                size="small"
                aria-label={t.openNamed(kept.name)}
                disabledFocusable={isBusy}
                onClick={() => onAsk({ type: 'open', ...kept })}
              >
                {t.open}
              </Button>
              <Button
                size="small"
                icon={<ArrowDownloadRegular />}
                aria-label={t.downloadNamed(kept.name)}
                onClick={() => download(fileNameOf(kept.name), JSON.stringify(kept.world), 'application/json')}
              >
                {t.download}
              </Button>
              <Button
                size="small"
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={t.discardNamed(kept.name)}
                onClick={() => onAsk({ type: 'discard', name: kept.name })}
              >
                {t.discard}
              </Button>
            </div>
          ),
        },
      ]}
    />
  )
}

// Whatever the name is, a file can have it everywhere.
function fileNameOf(name: string): string {
  return `${
    name
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')
      .replaceAll(/^-+|-+$/g, '') || 'world'
  }.world.json`
}
