import { Button, Field, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, DocumentArrowUpRegular } from '@fluentui/react-icons'
import { EstateCopyRefused, type CopyHeader } from '@portal/arm/estate-copy'
import { accessRoles } from '@portal/gallery'
import { tryParseResourceId, type Subscription } from '@portal/portal-api'
import { useRef, useState } from 'react'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { FilterSelect } from '../../../../patterns/list/FilterSelect.tsx'
import { byteOrderMark, linesOfCsv } from '../../../../patterns/list/rows-as-csv.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { useHistoryTexts } from '../../../../patterns/recorded-changes/history-texts.ts'
import { ChangedProperties } from '../../../../patterns/recorded-changes/RecordedChanges.tsx'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { resourceGroupOf, subscriptionNameOf } from '../../../../patterns/resource/resource-names.ts'
import { ResourceLink } from '../../../../patterns/resource/ResourceLink.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { CloseButton, Dialog } from '../../../../ui/dialog/Dialog.tsx'
import { download } from '../../../../ui/download.ts'
import { FactList } from '../../../../ui/FactList.tsx'
import { FileInput } from '../../../../ui/FileInput.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useMachineTexts } from '../../../virtual-machine/texts/machine-texts.ts'
import { useComparisonTexts } from '../../texts/copy-texts.ts'
import {
  compareCopies,
  comparedKinds,
  headerOfCopy,
  linesOfFile,
  type Comparison,
  type Difference,
  type LinesOfCopy,
} from './compare-copies.ts'
import { CopyState } from './CopyState.tsx'
import { readNames } from './pseudonyms.ts'
import { beginCopy } from './take-copy.ts'
import { useCopy } from './use-copy.ts'

const useStyles = makeStyles({
  content: { minHeight: '300px' },
  name: { overflowWrap: 'anywhere', minWidth: 0 },
  notes: { margin: 0, paddingLeft: '20px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  filter: { flexGrow: 1, flexBasis: '180px', maxWidth: '320px' },
  download: { marginLeft: 'auto' },
  quiet: { color: tokens.colorNeutralForeground3, display: 'block' },
  more: { alignSelf: 'start' },
})

/** A copy that was chosen: its header, and its lines with the real names. */
interface Chosen {
  header: CopyHeader
  lines: LinesOfCopy
}

/** Reads again what a copy contains, and lists what has changed since it was taken. */
export function ComparisonDialog({ onClose }: { onClose: () => void }) {
  const styles = useStyles()
  const t = useComparisonTexts()
  const subscriptions = useRead(subscriptionsQuery)
  const { file, names, isNamesNeeded, chosen, fault, chooseFile, chooseNames, ask } = useChosenCopy(subscriptions.data)
  const [comparison, setComparison] = useState<Comparison>()
  const { copy, isReading, error, start, stop } = useCopy({
    async onDone({ pages, choice }, signal) {
      if (chosen === undefined) return
      const subscriptionIds = choice.subscriptions.map(({ subscriptionId }) => subscriptionId)
      setComparison(await compareCopies(chosen.lines, linesOfFile(new Blob(pages)), { subscriptionIds, signal }))
    },
  })
  const all = subscriptions.data ?? []
  const [visible, hidden] = partition(chosen?.header.subscriptions ?? [], all)

  function compare() {
    if (copy !== undefined) return start(copy)
    if (ask()) start(beginCopy({ subscriptions: visible, galleryIds: chosen?.header.galleryIds, isAnonymized: false }))
  }
  return (
    <Dialog
      title={t.title}
      size="large"
      // A click outside would lose what was read.
      isAlert={copy !== undefined}
      onClose={onClose}
      className={styles.content}
      actions={
        <>
          {isReading && <Button onClick={stop}>{t.stop}</Button>}
          {!isReading && comparison === undefined && (
            <Button appearance="primary" disabledFocusable={!subscriptions.isSuccess} onClick={compare}>
              {copy === undefined ? t.start : t.goOn}
            </Button>
          )}
          <CloseButton onClick={onClose} />
        </>
      }
    >
      {copy === undefined && (
        <>
          <Text>{t.intro}</Text>
          {subscriptions.isError && (
            <ProblemMessage error={subscriptions.error} onRetry={() => void subscriptions.refetch()} />
          )}
          <FileChoice
            label={t.file}
            file={file}
            fault={fault && fault !== 'noNames' && t.faults[fault]}
            onFile={chooseFile}
          />
          {isNamesNeeded && (
            <FileChoice
              label={t.names}
              hint={t.namesHint}
              file={names}
              fault={fault === 'noNames' && t.faults.noNames}
              onFile={chooseNames}
            />
          )}
        </>
      )}
      {hidden.length > 0 && visible.length > 0 && (
        <Message intent="warning">{t.hidden(hidden.map(({ displayName }) => displayName).join(', '))}</Message>
      )}
      {copy !== undefined && copy.part !== 'done' && (
        <CopyState copy={copy} isReading={isReading} error={error} stopped={t.stopped} />
      )}
      {copy?.part === 'done' && comparison === undefined && (
        <>
          {isReading && (
            <Field label={t.comparing}>
              <ProgressBar />
            </Field>
          )}
          {error instanceof EstateCopyRefused ? (
            <Message intent="error">{t.faults.noCopy}</Message>
          ) : (
            error && <ProblemMessage error={error} />
          )}
        </>
      )}
      {comparison && chosen && <Result comparison={comparison} takenAt={chosen.header.takenAt} subscriptions={all} />}
    </Dialog>
  )
}

type Fault = 'noFile' | 'noCopy' | 'noNames' | 'noSubscription'

/** The file of the copy and, for one without names, that of its names. */
function useChosenCopy(subscriptions: Subscription[] | undefined) {
  const [file, setFile] = useState<File>()
  const [names, setNames] = useState<File>()
  const [header, setHeader] = useState<CopyHeader>()
  const [chosen, setChosen] = useState<Chosen>()
  const [fault, setFault] = useState<Fault>()
  // Of two files, the later one counts, whichever is read first.
  const latest = useRef<File>(undefined)

  async function choose(of: File, namesFile: File | undefined, change?: (line: string) => string) {
    const lines = linesOfFile(of, change)
    const read = await headerOfCopy(lines)
    if (latest.current !== (namesFile ?? of)) return
    setHeader(read)
    setChosen(read.isAnonymized && change === undefined ? undefined : { header: read, lines })
  }
  function begin(of: File) {
    latest.current = of
    setChosen(undefined)
    setFault(undefined)
  }
  async function chooseFile(of: File) {
    begin(of)
    setFile(of)
    setNames(undefined)
    setHeader(undefined)
    await choose(of, undefined).catch(() => latest.current === of && setFault('noCopy'))
  }
  async function chooseNames(of: File) {
    begin(of)
    setNames(of)
    try {
      if (file !== undefined) await choose(file, of, readNames(await of.text()))
    } catch {
      if (latest.current === of) setFault('noNames')
    }
  }
  /** Whether it can be compared; otherwise, what is missing is said. */
  function ask(): boolean {
    const [visible] = partition(chosen?.header.subscriptions ?? [], subscriptions ?? [])
    const missing = file === undefined ? 'noFile' : header === undefined ? 'noCopy' : 'noNames'
    const found = chosen === undefined ? missing : visible.length === 0 ? 'noSubscription' : undefined
    setFault(found)
    return found === undefined
  }
  return { file, names, isNamesNeeded: header?.isAnonymized === true, chosen, fault, chooseFile, chooseNames, ask }
}

type SubscriptionOfCopy = CopyHeader['subscriptions'][number]

/** Those that the account sees, and the others. */
function partition(ofCopy: SubscriptionOfCopy[], seen: Subscription[]): [SubscriptionOfCopy[], SubscriptionOfCopy[]] {
  const ids = new Set(seen.map(({ subscriptionId }) => subscriptionId.toLowerCase()))
  const { true: visible = [], false: hidden = [] } = Object.groupBy(ofCopy, ({ subscriptionId }) =>
    ids.has(subscriptionId.toLowerCase()) ? 'true' : 'false',
  )
  return [visible, hidden]
}

interface FileChoiceProps {
  label: string
  hint?: string
  file: File | undefined
  fault: string | false | undefined
  onFile: (file: File) => Promise<void>
}

function FileChoice({ label, hint, file, fault, onFile }: FileChoiceProps) {
  const styles = useStyles()
  const t = useComparisonTexts()
  const input = useRef<HTMLInputElement>(null)
  const problem = typeof fault === 'string' ? fault : undefined
  return (
    <Field
      label={label}
      {...(hint !== undefined && { hint })}
      validationMessage={problem ?? null}
      validationState={problem === undefined ? 'none' : 'error'}
    >
      <Stack role="group" row="wrap" gap="M" align="center" shrinks>
        <FileInput ref={input} label={`${label}: ${t.choose}`} onFile={(of) => void onFile(of)} />
        <Button icon={<DocumentArrowUpRegular />} onClick={() => input.current?.click()}>
          {t.choose}
        </Button>
        {file && <Text className={styles.name}>{file.name}</Text>}
      </Stack>
    </Field>
  )
}

const rowsAtOnce = 20

interface ResultProps {
  comparison: Comparison
  /** ISO 8601 */
  takenAt: string
  subscriptions: Subscription[]
}

/** Counts by kind, what could not be compared, and each change. */
function Result({ comparison: { differences, unread, hasOtherPermissions }, takenAt, subscriptions }: ResultProps) {
  const styles = useStyles()
  const t = useComparisonTexts()
  const history = useHistoryTexts()
  const { number, dateTime } = useFormats()
  const { labelOf, scopeOf, word } = useWords(subscriptions)
  const [kind, setKind] = useState('')
  const [count, setCount] = useState(rowsAtOnce)
  const kinds = comparedKinds.filter((one) => differences.some((difference) => difference.kind === one))
  const shown = differences.filter((difference) => kind === '' || difference.kind === kind)
  const left = Math.min(rowsAtOnce, shown.length - count)
  const countsOf = (one: string) =>
    (['Create', 'Delete', 'Update'] as const).flatMap((type) => {
      const found = differences.filter((each) => each.kind === one && each.changeType === type).length
      return found === 0 ? [] : [`${t.changes[type]}: ${number(found)}`]
    })
  const csv = () =>
    linesOfCsv([
      [t.kind, history.csv.resourceId, history.change, history.csv.property, history.csv.before, history.csv.after],
      ...shown.flatMap(({ resourceId, changeType, properties, kind: of }) => {
        const row = [history.kinds[of] ?? of, resourceId, t.changes[changeType]]
        return properties.length === 0
          ? [[...row, '', '', '']]
          : properties.map(({ path, before = '', after = '' }) => [...row, path, before, after])
      }),
    ])
  const notes = [
    ...[...unread].map(([what, places]) => t.unread[what](number(places))),
    ...(hasOtherPermissions ? [t.otherPermissions] : []),
  ]
  return (
    <>
      <Text weight="semibold" role="status">
        {differences.length === 0 ? t.nothing(dateTime(takenAt)) : t.since(dateTime(takenAt))}
      </Text>
      {notes.length > 0 && (
        <Message intent="warning">
          <ul className={styles.notes}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Message>
      )}
      {differences.length > 0 && (
        <>
          <FactList facts={kinds.map((one) => [history.kinds[one] ?? one, countsOf(one).join(', ')])} />
          <div className={styles.bar}>
            <div className={styles.filter}>
              <FilterSelect
                label={t.kind}
                value={kind}
                any={t.allKinds}
                options={kinds.map((one) => [one, history.kinds[one] ?? one])}
                onChange={(value) => {
                  setKind(value)
                  setCount(rowsAtOnce)
                }}
              />
            </div>
            <Button
              className={styles.download}
              appearance="subtle"
              icon={<ArrowDownloadRegular />}
              onClick={() => download(`${t.title}.csv`, byteOrderMark + csv(), 'text/csv')}
            >
              {history.download}
            </Button>
          </div>
          <DataTable
            label={t.since(dateTime(takenAt))}
            rows={shown.slice(0, count)}
            rowKey={({ resourceId }) => resourceId}
            columns={[
              {
                heading: history.resource,
                cell: (difference) => (
                  <>
                    <ComparedResource difference={difference}>{labelOf(difference)}</ComparedResource>
                    <Text size={200} className={styles.quiet}>
                      {[history.kinds[difference.kind], ...scopeOf(difference)].join(': ')}
                    </Text>
                  </>
                ),
                width: '36%',
              },
              { heading: history.change, cell: ({ changeType }) => t.changes[changeType], width: '120px' },
              {
                heading: t.properties,
                cell: ({ properties }) =>
                  properties.length === 0 ? '–' : <ChangedProperties properties={properties} word={word} />,
              },
            ]}
          />
          {left > 0 && (
            <Button className={styles.more} onClick={() => setCount(count + rowsAtOnce)}>
              {history.more(number(left))}
            </Button>
          )}
        </>
      )}
    </>
  )
}

function ComparedResource({ difference, children }: { difference: Difference; children: string }) {
  const { resourceId, changeType } = difference
  return changeType === 'Delete' ? children : <ResourceLink id={resourceId}>{children}</ResourceLink>
}

// Azure's own, the same in every language.
const roleNames = new Map<string, string>([
  ...Object.values(accessRoles).map(({ id, name }) => [id, name] as const),
  ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner'],
  ['18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator'],
  ['e147488a-f6f5-4113-8e2d-b22465e65bf6', 'Key Vault Crypto Service Encryption User'],
])

/** How differences are written: names instead of the IDs that say nothing. */
function useWords(subscriptions: Subscription[]) {
  const { powerStates } = useMachineTexts().page
  const word = (path: string, value: string | undefined) => {
    if (path === 'properties.powerState' && value !== undefined) return powerStates[value]
    return path === 'properties.roleDefinitionId'
      ? roleNames.get(value?.split('/').at(-1)?.toLowerCase() ?? '')
      : undefined
  }
  return {
    word,
    labelOf({ resourceId, properties }: Difference): string {
      const role = properties.find(({ path }) => path === 'properties.roleDefinitionId')
      const label = resourceLabel(resourceId)
      return word(role?.path ?? '', role?.after ?? role?.before) ?? (label === resourceId ? lastOf(label) : label)
    },
    /** What a lock or a role is of. */
    scopeOf({ resourceId, kind }: Difference): string[] {
      if (!kind.startsWith('microsoft.authorization/')) return []
      const scope = resourceId.replace(/\/providers\/microsoft\.authorization\/.*$/i, '')
      if (tryParseResourceId(scope) !== undefined) return [resourceLabel(scope)]
      return [resourceGroupOf(resourceId) || subscriptionNameOf(resourceId, subscriptions) || lastOf(scope)]
    },
  }
}

function lastOf(id: string): string {
  return id.split('/').at(-1) ?? id
}
