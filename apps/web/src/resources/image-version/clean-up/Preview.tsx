import { Button, Field, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, PrintRegular } from '@fluentui/react-icons'
import { portalLockName } from '@portal/gallery'
import { startCleanUp, type CleanUpPreview } from '@portal/portal-api'
import {
  definitionsOfVersions,
  freedByRegion,
  galleryIdOf,
  mostCleanedUp,
  type CleanUp,
  type RetentionAction,
  type RetentionRule,
} from '@portal/version-update'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useLocation } from 'wouter'
import { galleryQuery } from '../../../api/gallery-reads.ts'
import { call } from '../../../api/portal-client.ts'
import { useRead } from '../../../api/use-read.ts'
import { useWrite } from '../../../api/use-write.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { cleanUpPath, imageVersionPath } from '../../../paths.ts'
import { ChangeDialog } from '../../../patterns/change/ChangeDialog.tsx'
import { whenThereIsRoom } from '../../../patterns/change/repeated-write.ts'
import { byteOrderMark, linesOfCsv } from '../../../patterns/list/rows-as-csv.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { labelWithGallery, resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { download } from '../../../ui/download.ts'
import { Message } from '../../../ui/Message.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { shows } from '../../../ui/shows.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { StateLabel } from '../../../ui/StateLabel.tsx'
import { SoftDelete } from '../../gallery/parts/soft-delete/SoftDelete.tsx'
import { useCleanUpTexts, useRetentionTexts } from '../texts/clean-up-texts.ts'
import { cleanUpOfThisTab } from './use-clean-up-run.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalL },
  show: { width: '220px' },
  onScreen: { '@media print': { display: 'none' } },
  onPaper: { display: 'none', '@media print': { display: 'block' } },
})

const rowsAtOnce = 50

type Row = CleanUpPreview['decisions'][number]

interface PreviewProps {
  answer: CleanUpPreview
  /** what it was computed for; undefined if the rule has changed since */
  asked: { rule: RetentionRule; action: RetentionAction; reason: string } | undefined
}

/** Each version, whether it goes or stays and why, and what would be sent; nothing is sent before. */
export function Preview({ answer, asked }: PreviewProps) {
  const styles = useStyles()
  const t = useCleanUpTexts()
  const { reason, sentence } = useRetentionTexts()
  const { number, dateTime } = useFormats()
  const [, navigate] = useLocation()
  const [shown, setShown] = useState<'all' | 'go' | 'stay'>('all')
  const [count, setCount] = useState(rowsAtOnce)
  const [isAsking, ask] = useState(false)
  const { decisions } = answer
  const going = decisions.filter(({ reasons }) => reasons.length === 0)
  const staying = decisions.filter(({ reasons }) => reasons.length > 0)
  const rows = [...(shown === 'stay' ? [] : going), ...(shown === 'go' ? [] : staying)]
  const isDeletion = asked?.action === 'delete'
  const start = useWrite('cleanUp', {
    // The resource group of each gallery keeps its own.
    async send(cleanUps: CleanUp[]) {
      const ids: string[] = []
      for (const cleanUp of cleanUps) ids.push((await whenThereIsRoom(() => call(startCleanUp, cleanUp))).id)
      return ids
    },
    onDone(ids) {
      cleanUpOfThisTab.begin(ids[0] ?? '', true)
      navigate(cleanUpPath(...ids))
    },
  })
  const goes = going.slice(0, mostCleanedUp)
  const begin = () => {
    ask(false)
    if (asked === undefined) return
    const byGallery = Map.groupBy(definitionsOfVersions(goes.map(({ version }) => version.id)), ({ id }) =>
      galleryIdOf(id).toLowerCase(),
    )
    start.mutate([...byGallery.values()].map((definitions) => ({ ...asked, definitions })))
  }
  const method = isDeletion ? 'DELETE' : 'PUT'
  const below =
    asked?.action === 'lock' ? `/providers/Microsoft.Authorization/locks/${portalLockName('CanNotDelete')}` : ''
  const why = ({ version, reasons }: Row) =>
    reasons.length === 0 ? `${method} ${version.id}${below}` : reasons.map(reason).join('; ')
  const csv = () =>
    linesOfCsv([
      [t.preview.version, t.preview.decision, t.preview.why, t.preview.published, t.preview.regions],
      ...decisions.map((row) => [
        row.version.id,
        row.reasons.length === 0 ? t.preview.go : t.preview.stay,
        why(row),
        row.version.publishedDate ?? '',
        row.version.regions.map(({ name, replicas }) => `${name} ${replicas}`).join('; '),
      ]),
    ])
  return (
    <Section title={t.preview.title} description={t.preview.asOf(dateTime(answer.asOf))}>
      <Stack row="wrap" gap="L" role="status" {...shows('clean-up-preview')}>
        <Text weight="semibold">{t.preview.goes(number(going.length))}</Text>
        <Text weight="semibold">{t.preview.stays(number(staying.length))}</Text>
      </Stack>
      {asked !== undefined && (
        <Text className={styles.onPaper}>{`${t.actions[asked.action]}. ${sentence(asked.rule)}`}</Text>
      )}
      {isDeletion && <DeletionNotes answer={answer} going={going} />}
      {going.length > mostCleanedUp && <Message intent="info">{t.preview.most}</Message>}
      <div className={mergeClasses(styles.bar, styles.onScreen)}>
        {asked === undefined ? (
          <Text>{t.preview.stale}</Text>
        ) : going.length === 0 ? (
          <Text>{t.preview.nothing}</Text>
        ) : (
          <Button
            appearance="primary"
            disabledFocusable={start.isPending}
            onClick={() => (isDeletion ? ask(true) : begin())}
          >
            {t.preview.start[asked.action](number(goes.length))}
          </Button>
        )}
        <Field label={t.preview.show} className={styles.show}>
          <Choice
            value={shown}
            options={[
              { value: 'all', label: t.preview.all },
              { value: 'go', label: t.preview.go },
              { value: 'stay', label: t.preview.stay },
            ]}
            onChoose={setShown}
          />
        </Field>
        <Button
          icon={<ArrowDownloadRegular />}
          onClick={() => download('clean-up.csv', byteOrderMark + csv(), 'text/csv')}
        >
          {t.preview.csv}
        </Button>
        <Button
          icon={<PrintRegular />}
          onClick={() => {
            flushSync(() => setCount(rows.length))
            window.print()
          }}
        >
          {t.preview.print}
        </Button>
      </div>
      {start.error !== null && <ProblemMessage error={start.error} onRetry={begin} />}
      <DecisionTable
        labelOf={answer.galleries.length > 1 ? labelWithGallery : resourceLabel}
        rows={rows.slice(0, count)}
        // The whole address is in the CSV file; here, its beginning would be the same in each row.
        why={(row) => why(row).replace(/ \/.+(?=\/images\/)/, ' …')}
      />
      {rows.length > count && (
        <div className={mergeClasses(styles.bar, styles.onScreen)}>
          <Button onClick={() => setCount(count + 4 * rowsAtOnce)}>{t.preview.more}</Button>
          <Text>{t.preview.rest(number(rows.length - count))}</Text>
        </div>
      )}
      {isAsking && (
        <ChangeDialog
          title={t.dialog.title(number(goes.length))}
          size="small"
          confirm={t.dialog.delete}
          onConfirm={begin}
          deletes={{
            name: String(goes.length),
            label: t.dialog.type(String(goes.length)),
            mismatch: t.dialog.mismatch(String(goes.length)),
          }}
          onClose={() => ask(false)}
        >
          {t.dialog.body}
        </ChangeDialog>
      )}
    </Section>
  )
}

/** Before versions are deleted: what isn't known, whether they can be restored, and what is freed. */
function DeletionNotes({ answer, going }: Pick<PreviewProps, 'answer'> & { going: Row[] }) {
  const t = useCleanUpTexts().preview
  const { number, gigabytes, list } = useFormats()
  const { galleries, unseen } = answer
  const emptied = new Set(going.map(({ version }) => galleryIdOf(version.id).toLowerCase()))
  const freed = freedByRegion(going.map(({ version }) => version))
  return (
    <>
      {unseen.length > 0 && <Message intent="warning">{t.unseen(list(unseen.map(resourceLabel)))}</Message>}
      {galleries.flatMap((gallery) =>
        emptied.has(gallery.id.toLowerCase()) ? [<Bin key={gallery.id} {...gallery} />] : [],
      )}
      {freed.length > 0 && (
        <Text>
          {`${t.freed}: `}
          {list(
            freed.map(({ region, replicas, sizeInGB }) =>
              t.frees(number(replicas), gigabytes(sizeInGB), regionDisplayName(region)),
            ),
          )}
        </Text>
      )}
    </>
  )
}

/** Whether the versions that go from a gallery can be restored, as it is now, and the way to have it so first. */
function Bin({ id, softDeletePolicy }: CleanUpPreview['galleries'][number]) {
  const t = useCleanUpTexts().preview
  const { number } = useFormats()
  const { data: gallery } = useRead(galleryQuery, { id })
  const bin = gallery === undefined ? softDeletePolicy : gallery.softDeletePolicy
  if (bin?.isSoftDeleteEnabled === true)
    return (
      <Text>{t.inBin(resourceLabel(id), number((bin.retentionPeriodInDays ?? 0) + (bin.gracePeriodInDays ?? 0)))}</Text>
    )
  return (
    <Message intent="warning">
      {t.noBin(resourceLabel(id))} {gallery !== undefined && <SoftDelete gallery={gallery} withState={false} />}
    </Message>
  )
}

interface DecisionTableProps {
  rows: Row[]
  labelOf: (id: string) => string
  why: (row: Row) => string
}

function DecisionTable({ rows, labelOf, why }: DecisionTableProps) {
  const t = useCleanUpTexts().preview
  const { date } = useFormats()
  return (
    <DataTable
      label={t.title}
      rows={rows}
      rowKey={({ version }) => version.id}
      columns={[
        {
          heading: t.version,
          width: '24%',
          cell: ({ version }) => <RouteLink href={imageVersionPath(version.id)}>{labelOf(version.id)}</RouteLink>,
        },
        {
          heading: t.decision,
          width: '16%',
          cell: ({ reasons }) => (
            <StateLabel look={reasons.length === 0 ? 'warning' : 'done'}>
              {reasons.length === 0 ? t.go : t.stay}
            </StateLabel>
          ),
        },
        { heading: t.why, cell: why },
        {
          heading: t.published,
          width: '14%',
          cell: ({ version }) => (version.publishedDate === undefined ? '–' : date(version.publishedDate)),
        },
      ]}
    />
  )
}
