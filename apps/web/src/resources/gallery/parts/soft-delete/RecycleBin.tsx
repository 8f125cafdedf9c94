import { Button, Text } from '@fluentui/react-components'
import { type DeletedVersion, stageOfDeleted } from '@portal/gallery'
import { restoreImageVersion, purgeImageVersion, type RecycleBin as RecycleBinContent } from '@portal/portal-api'
import { useEffect, useRef, useState } from 'react'
import { recycleBinQuery } from '../../../../api/gallery-reads.ts'
import { call } from '../../../../api/portal-client.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useMakeStale, useWrite } from '../../../../api/use-write.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { imageVersionPath, recycleBinAnchor } from '../../../../paths.ts'
import { ChangeDialog } from '../../../../patterns/change/ChangeDialog.tsx'
import { ConceptHelp } from '../../../../patterns/concept-help/ConceptHelp.tsx'
import { DecodedProblem } from '../../../../patterns/problem/DecodedProblem.tsx'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { RouteLink } from '../../../../ui/RouteLink.tsx'
import { PanelSection } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useRecycleBinTexts } from '../../texts/recycle-bin-texts.ts'

/**
 * The deleted versions of a definition: to restore, or to delete permanently. Nothing if its gallery never had soft
 * delete.
 */
export function RecycleBin({ imageDefinitionId }: { imageDefinitionId: string }) {
  const t = useRecycleBinTexts().bin
  const found = useRead(recycleBinQuery, { imageDefinitionId })
  const [restored, setRestored] = useState<DeletedVersion>()
  const [purged, setPurged] = useState<DeletedVersion>()
  const [beingPurged, setBeingPurged] = useState<readonly string[]>([])
  const restoring = useWrite('changeGallery', {
    send: ({ id }: DeletedVersion) => call(restoreImageVersion, { id }),
    onDone: (_, version) => setRestored(version),
  })
  const { data } = found
  const isShown = found.isError || (data !== undefined && (data.policy !== undefined || data.versions.length > 0))
  const anchor = useAnchor(isShown)
  useFreshInventory(data?.versions)
  if (!isShown) return null
  return (
    <div id={recycleBinAnchor} ref={anchor}>
      <PanelSection title={t.title} help={<ConceptHelp concept="recycleBin" />} description={t.description}>
        <Stack gap="M">
          {found.isError && <ProblemMessage error={found.error} onRetry={() => void found.refetch()} />}
          {data?.mayRestore === 'forbidden' && data.versions.length > 0 && <Text>{t.mayNotRestore}</Text>}
          <div role="status">
            {restored && (
              <Message intent="success">
                {t.restoring(restored.name)} <RouteLink href={imageVersionPath(restored.id)}>{t.open}</RouteLink>
              </Message>
            )}
          </div>
          {restoring.isError && <DecodedProblem error={restoring.error} />}
          {data?.versions.length === 0 && <Text>{t.empty}</Text>}
          {data && data.versions.length > 0 && (
            <>
              <DeletedVersionTable
                bin={data}
                purging={beingPurged}
                restoring={restoring.isPending ? restoring.variables.id : undefined}
                onRestore={(version) => {
                  setRestored(undefined)
                  restoring.mutate(version)
                }}
                onPurge={setPurged}
              />
              <Text size={200}>{t.keys}</Text>
            </>
          )}
        </Stack>
      </PanelSection>
      {purged && (
        <PurgeDialog
          version={purged}
          onPurged={() => setBeingPurged([...beingPurged, purged.id])}
          onClose={() => setPurged(undefined)}
        />
      )}
    </div>
  )
}

// A user who came by a link sees it, although the page loads in parts.
function useAnchor(isShown: boolean) {
  const anchor = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isShown && location.hash === `#${recycleBinAnchor}`) anchor.current?.scrollIntoView()
  }, [isShown])
  return anchor
}

// A number that has left or entered the bin changes the wizard's inventory.
function useFreshInventory(versions: DeletedVersion[] | undefined): void {
  const makeStale = useMakeStale()
  const names = versions?.map(({ name }) => name).join(' ')
  const before = useRef(names)
  useEffect(() => {
    if (before.current !== undefined && before.current !== names) void makeStale('recycleBinChanged')
    before.current = names
  }, [makeStale, names])
}

interface PurgeDialogProps {
  version: DeletedVersion
  /** Azure has started */
  onPurged: () => void
  onClose: () => void
}

/** Asks for the number of a deleted version before it is permanently deleted. */
function PurgeDialog({ version: { id, name }, onPurged, onClose }: PurgeDialogProps) {
  const t = useRecycleBinTexts().bin
  const purging = useWrite('purgeVersion', {
    send: () => call(purgeImageVersion, { id }),
    onDone: () => {
      onPurged()
      onClose()
    },
  })
  return (
    <ChangeDialog
      title={t.purgeTitle(name)}
      size="small"
      confirm={t.purge}
      onConfirm={() => purging.mutate()}
      write={purging}
      deletes={{ name }}
      onClose={onClose}
    >
      <Text>{t.purgeText}</Text>
    </ChangeDialog>
  )
}

interface DeletedVersionTableProps {
  bin: RecycleBinContent
  /** ids of those that Azure is at */
  purging: readonly string[]
  restoring: string | undefined
  onRestore: (version: DeletedVersion) => void
  onPurge: (version: DeletedVersion) => void
}

/** The content of a recycle bin, until when it can be used and restored, and the two actions on it. */
function DeletedVersionTable({ bin, purging, restoring, onRestore, onPurge }: DeletedVersionTableProps) {
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
