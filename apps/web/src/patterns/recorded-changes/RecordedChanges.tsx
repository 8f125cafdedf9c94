import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowClockwiseRegular, ArrowDownloadRegular } from '@fluentui/react-icons'
import type { RecordedChange } from '@portal/portal-api'
import { useState } from 'react'
import { recordedChangesQuery } from '../../api/image-version-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { useFormats } from '../../i18n/formats.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { download } from '../../ui/download.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { FilterSelect } from '../list/FilterSelect.tsx'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { resourceLabel } from '../resource/resource-label.ts'
import { ResourceLink } from '../resource/ResourceLink.tsx'
import { changesCsv } from './changes-csv.ts'
import { useHistoryTexts } from './history-texts.ts'
import { propertyName } from './property-name.ts'
import { useChangeTexts } from './use-change-texts.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  filter: { flexGrow: 1, flexBasis: '180px', maxWidth: '320px' },
  actions: { display: 'flex', flexWrap: 'wrap', columnGap: '4px', marginLeft: 'auto' },
  quiet: { color: tokens.colorNeutralForeground3, display: 'block' },
  more: { alignSelf: 'start' },
})

const rowsAtOnce = 20

/** What Azure recorded about these resources, and the key vaults of the sets among them, in the last 14 days. */
export function RecordedChanges({ resourceIds }: { resourceIds: string[] }) {
  const styles = useStyles()
  const t = useHistoryTexts()
  const { data, error, refetch, isFetching } = useRead(recordedChangesQuery, { resourceIds })
  const { number } = useFormats()
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingRows rows={6} height={32} />
  const { changes, total } = data
  return (
    <Stack gap="M" shrinks>
      <Text size={200} className={styles.quiet}>
        {t.limit} {total > changes.length && t.cut(number(changes.length))}
      </Text>
      <Changes changes={changes} isFetching={isFetching} onRefresh={() => void refetch()} />
    </Stack>
  )
}

interface ChangesProps {
  changes: RecordedChange[]
  isFetching: boolean
  onRefresh: () => void
}

function Changes({ changes, isFetching, onRefresh }: ChangesProps) {
  const styles = useStyles()
  const t = useHistoryTexts()
  const { number, dateTime } = useFormats()
  const { by } = useChangeTexts()
  const [resource, setResource] = useState('')
  const [count, setCount] = useState(rowsAtOnce)
  const options = resourceOptions(changes)
  // One that has no change any more after a refresh no longer narrows the list.
  const chosen = options.find(([id]) => id === resource)?.[0]
  const shown = chosen === undefined ? changes : changes.filter(({ resourceId }) => resourceId.toLowerCase() === chosen)
  const left = Math.min(rowsAtOnce, shown.length - count)
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.filter}>
          <FilterSelect
            label={t.resource}
            value={chosen}
            any={t.allResources}
            options={options}
            onChange={(id) => {
              setResource(id)
              setCount(rowsAtOnce)
            }}
          />
        </div>
        <Text role="status">{t.count(shown.length, number(shown.length))}</Text>
        <div className={styles.actions}>
          <Button
            appearance="subtle"
            icon={<ArrowClockwiseRegular />}
            disabledFocusable={isFetching}
            onClick={onRefresh}
          >
            {t.refresh}
          </Button>
          <Button
            appearance="subtle"
            icon={<ArrowDownloadRegular />}
            disabledFocusable={shown.length === 0}
            onClick={() => download(`${t.label}.csv`, changesCsv(shown, t), 'text/csv')}
          >
            {t.download}
          </Button>
        </div>
      </div>
      {shown.length === 0 ? (
        <Text>{t.none}</Text>
      ) : (
        <DataTable
          label={t.label}
          rows={shown.slice(0, count)}
          rowKey={({ id }) => id}
          columns={[
            { heading: t.time, cell: ({ time }) => dateTime(time), width: '150px' },
            { heading: t.resource, cell: ({ resourceId }) => <ChangedResource id={resourceId} />, width: '22%' },
            { heading: t.change, cell: (change) => <ChangeCell change={change} /> },
            {
              heading: t.by,
              cell: (change) => (
                <>
                  {by(change)}
                  {change.client !== undefined && (
                    <Text size={200} className={styles.quiet}>
                      {t.client(change.client)}
                    </Text>
                  )}
                </>
              ),
              width: '22%',
            },
          ]}
        />
      )}
      {left > 0 && (
        <Button className={styles.more} onClick={() => setCount(count + rowsAtOnce)}>
          {t.more(number(left))}
        </Button>
      )}
    </>
  )
}

function resourceOptions(changes: RecordedChange[]): [string, string][] {
  const byId = new Map(changes.map(({ resourceId }) => [resourceId.toLowerCase(), resourceLabel(resourceId)]))
  return [...byId].toSorted(([, one], [, other]) => one.localeCompare(other))
}

/** A resource that was changed, as the link to its page, and its kind. */
function ChangedResource({ id }: { id: string }) {
  const styles = useStyles()
  const { kind } = useChangeTexts()
  return (
    <>
      <ResourceLink id={id}>{resourceLabel(id)}</ResourceLink>
      <Text size={200} className={styles.quiet}>
        {kind(id)}
      </Text>
    </>
  )
}

const useChangeCellStyles = makeStyles({
  name: { color: tokens.colorNeutralForeground2 },
  more: { cursor: 'pointer', width: 'fit-content' },
})

const linesShown = 4

/** What a change did to a resource: each property from what to what. */
function ChangeCell({ change: { changeType, properties } }: { change: RecordedChange }) {
  const t = useHistoryTexts()
  return (
    <>
      {(changeType !== 'Update' || properties.length === 0) && <div>{t.changeTypes[changeType]}</div>}
      <ChangedProperties properties={properties} />
    </>
  )
}

interface ChangedPropertiesProps extends Pick<RecordedChange, 'properties'> {
  /** a value in better words; undefined: as it is */
  word?: (path: string, value: string | undefined) => string | undefined
}

/** Properties from what to what, the first of them at once. */
export function ChangedProperties({ properties, word = () => undefined }: ChangedPropertiesProps) {
  const styles = useChangeCellStyles()
  const t = useHistoryTexts()
  const { number } = useFormats()
  const more = properties.slice(linesShown)
  return (
    <>
      <Lines properties={properties.slice(0, linesShown)} word={word} />
      {more.length > 0 && (
        <details>
          <summary className={styles.more}>{t.moreProperties(number(more.length))}</summary>
          <Lines properties={more} word={word} />
        </details>
      )}
    </>
  )
}

function Lines({ properties, word }: Required<ChangedPropertiesProps>) {
  const styles = useChangeCellStyles()
  const t = useHistoryTexts()
  const { value } = useChangeTexts()
  const said = (path: string, of: string | undefined) => word(path, of) ?? value(of)
  if (properties.length === 0) return null
  return (
    <Stack as="ul" gap="XXS">
      {properties.map(({ path, before, after }) => (
        <li key={path} title={path}>
          <span className={styles.name}>{propertyName(path, t.properties)}:</span> {said(path, before)} →{' '}
          {said(path, after)}
        </li>
      ))}
    </Stack>
  )
}
