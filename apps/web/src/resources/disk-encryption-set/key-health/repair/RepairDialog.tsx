import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Cause, RepairRequest } from '@portal/disk-encryption'
import { useQueries } from '@tanstack/react-query'
import type { SetReading } from '../../../../api/disk-encryption-set-facts.ts'
import { freshSetReadingQuery, keyVaultPermissionsQuery } from '../../../../api/disk-encryption-set-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { RequestText } from '../../../../patterns/change/RequestText.tsx'
import { TwoLines } from '../../../../patterns/list/TwoLines.tsx'
import { DecodedProblem } from '../../../../patterns/problem/DecodedProblem.tsx'
import { failureOf } from '../../../../patterns/problem/failure.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { CodeBlock } from '../../../../ui/CodeBlock.tsx'
import { CopyButton } from '../../../../ui/CopyButton.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Dialog } from '../../../../ui/dialog/Dialog.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { StateLabel, type StateLook } from '../../../../ui/StateLabel.tsx'
import type { ChangeTurn } from '../../parts/use-change-run.ts'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'
import { changesFor, requestsOf, stillHas, type PlannedChange } from './planned-change.ts'
import { useRepairRun } from './use-repair-run.ts'

const useStyles = makeStyles({
  content: { minHeight: '240px' },
  progress: { minHeight: tokens.lineHeightBase300 },
})

interface RepairDialogProps {
  cause: Cause
  /** called with the IDs of the sets that were changed, or might be */
  onClose: (changed: string[]) => void
}

/** All changes that fix the sets of a cause: what is written where, then the progress of each, and the result. */
export function RepairDialog({ cause, onClose }: RepairDialogProps) {
  const styles = useStyles()
  const texts = useKeyHealthTexts()
  const t = texts.repair
  const readiness = useWizardTexts().readiness
  const { number } = useFormats()
  const user = useSignedIn()
  const changes = changesFor(cause)
  // Read again: the survey lags behind ARM.
  const readings = useQueries({
    queries: changes.map(({ sets: [set] }) => freshSetReadingQuery(user, set?.id ?? '')),
  })
  const vaultId = changes[0]?.repair.vaultId ?? ''
  const permissions = useRead(keyVaultPermissionsQuery, { vaultId })
  const action = changes[0]?.repair.action ?? 'grantKeyAccess'
  const readingOf = (change: PlannedChange) => readings[changes.indexOf(change)]?.data
  const isByRole = changes.some((change) => requestsOf(change, readingOf(change))[0]?.grant?.by === 'role')
  const run = useRepairRun(cause, !isByRole)
  const isChecking = !run.isRunning && run.turns.size === 0 && readings.some(({ isFetching }) => isFetching)
  const isNeeded = (change: PlannedChange) => run.turns.has(change.id) || stillHas(cause, readingOf(change)) !== false
  const needed = changes.filter(isNeeded)
  const failed = needed.filter(({ id }) => run.turns.get(id)?.state === 'failed')
  const ended = needed.filter(({ id }) => ['done', 'failed'].includes(run.turns.get(id)?.state ?? ''))
  const left = run.turns.size === 0 ? needed : failed
  const resultText = useResultText(cause, changes, run.turns)
  const permission = permissions.data?.[action]
  const isForbidden = permission === 'forbidden'
  const close = () =>
    onClose(changes.filter(({ id }) => run.turns.has(id)).flatMap(({ sets }) => sets.map((set) => set.id)))
  return (
    <Dialog
      title={t.title(texts.causes.names[cause.code] ?? cause.code, cause.keyVaultName)}
      size="large"
      isAlert={run.isRunning}
      onClose={() => !run.isRunning && close()}
      className={styles.content}
      actions={
        <>
          {!isForbidden && (left.length > 0 || run.isRunning) && (
            <Button
              appearance="primary"
              disabledFocusable={isChecking || run.isRunning || permissions.isPending}
              onClick={() => run.start(left)}
            >
              {run.isRunning
                ? t.applying
                : run.turns.size === 0
                  ? t.apply(left.length, number(left.length))
                  : t.again(left.length, number(left.length))}
            </Button>
          )}
          {run.turns.size > 0 && !run.isRunning && <CopyButton text={resultText}>{t.copy}</CopyButton>}
          <Button disabledFocusable={run.isRunning} onClick={close}>
            {t.close}
          </Button>
        </>
      }
    >
      <Text>{t.intro}</Text>
      {action === 'enablePurgeProtection' && <Message intent="warning">{readiness.forGood}</Message>}
      {permission === 'unknown' && <Message intent="info">{t.unknownRights}</Message>}
      {isChecking ? (
        <LoadingRows rows={Math.min(8, changes.length) + 1} height={32} />
      ) : (
        <>
          <ChangeTable
            cause={cause}
            changes={changes}
            readingOf={readingOf}
            turnOf={(change) => run.turns.get(change.id)}
            isNeeded={isNeeded}
          />
          <RepairRequests requests={needed.flatMap((change) => requestsOf(change, readingOf(change)))} />
        </>
      )}
      {isForbidden && (
        <RequestText
          intro={readiness.requestIntro}
          request={readiness.requests[action]({
            vaultId,
            setId: cause.sets.map(({ id }) => id).join(', '),
          })}
        />
      )}
      <Text role="status" className={styles.progress}>
        {isChecking ? t.checking : run.turns.size > 0 && t.progress(number(ended.length), number(needed.length))}
        {!run.isRunning && ended.length > failed.length && action === 'grantKeyAccess' && ` · ${t.delay}`}
      </Text>
    </Dialog>
  )
}

const useRepairRequestsStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content', color: tokens.colorNeutralForeground2 },
})

/** The requests that Azure gets, as text. */
function RepairRequests({ requests }: { requests: RepairRequest[] }) {
  const styles = useRepairRequestsStyles()
  const { repair: t } = useKeyHealthTexts()
  const { resourceManager } = useSignedIn().configuration.cloud
  if (requests.length === 0) return null
  const code = requests.map(
    ({ method, path, body }) => `${method} ${resourceManager}${path}\n\n${JSON.stringify(body, null, 2)}`,
  )
  return (
    <details>
      <summary className={styles.summary}>{t.requests}</summary>
      <CodeBlock code={code.join('\n\n')} label={t.requestsOf} copyLabel={t.copyRequests} />
    </details>
  )
}

/** The result of all changes as a text to be copied: a line for each set with its state and, if it failed, why. */
function useResultText(
  cause: Cause,
  changes: readonly PlannedChange[],
  turns: ReadonlyMap<string, ChangeTurn>,
): string {
  const texts = useKeyHealthTexts()
  const { failure } = useTexts()
  const title = texts.repair.title(texts.causes.names[cause.code] ?? cause.code, cause.keyVaultName)
  const lines = changes.flatMap(({ id, sets }) => {
    const turn = turns.get(id)
    const state = texts.repair.states[turn?.state ?? 'nothing']
    const reason = turn?.state === 'failed' ? reasonOf(turn.error, failure.correlationId) : ''
    return sets.map((set) => [set.name, state, reason, set.id].filter((part) => part !== '').join('\t'))
  })
  return [title, ...lines].join('\n')
}

function reasonOf(error: unknown, correlationId: string): string {
  const { code, problem, correlationId: id } = failureOf(error)
  const azure = problem?.azure && `${problem.azure.code}: ${problem.azure.message}`
  return [azure ?? code, id && `${correlationId}: ${id}`].filter(Boolean).join(' · ')
}

const role = 'Key Vault Crypto Service Encryption User'

interface ChangeTableProps {
  cause: Cause
  changes: PlannedChange[]
  readingOf: (change: PlannedChange) => SetReading | undefined
  turnOf: (change: PlannedChange) => ChangeTurn | undefined
  isNeeded: (change: PlannedChange) => boolean
}

/** The changes of a repair: what each writes, where, and how far it is; a failed one with the reason. */
function ChangeTable({ cause, changes, readingOf, turnOf, isNeeded }: ChangeTableProps) {
  const { repair: t } = useKeyHealthTexts()
  const { number } = useFormats()
  return (
    <DataTable
      label={t.change}
      columns={[
        {
          heading: t.set,
          cell: ({ repair, sets }) =>
            repair.action === 'grantKeyAccess' ? sets[0]?.name : t.allSets(sets.length, number(sets.length)),
        },
        { heading: t.change, width: '44%', cell: (change) => <Change change={change} reading={readingOf(change)} /> },
        { heading: t.where, cell: () => cause.keyVaultName },
        {
          heading: t.state,
          width: '150px',
          cell: (change) => <State turn={turnOf(change)} isNeeded={isNeeded(change)} />,
        },
      ]}
      rows={changes}
      rowKey={({ id }) => id}
      below={(change) => {
        const turn = turnOf(change)
        return turn?.state === 'failed' ? <DecodedProblem error={turn.error} /> : null
      }}
    />
  )
}

function Change({ change, reading }: { change: PlannedChange; reading: SetReading | undefined }) {
  const { repair: t } = useKeyHealthTexts()
  const { action } = change.repair
  if (action !== 'grantKeyAccess') return <Text>{t.ofVault[action]}</Text>
  const requests = requestsOf(change, reading)
  if (requests.length === 0) return <Text>{t.unknownChange}</Text>
  return requests.map(({ grant }) => (
    <TwoLines
      key={grant?.principalId}
      first={grant?.by === 'role' ? t.byRole(role) : t.byPolicy}
      second={t.toIdentity(grant?.principalId ?? '')}
    />
  ))
}

const looks: Record<ChangeTurn['state'], StateLook> = {
  waiting: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
}

function State({ turn, isNeeded }: { turn: ChangeTurn | undefined; isNeeded: boolean }) {
  const { repair: t } = useKeyHealthTexts()
  if (!isNeeded) return <StateLabel look="done">{t.states.nothing}</StateLabel>
  const state = turn?.state ?? 'waiting'
  return <StateLabel look={looks[state]}>{t.states[state]}</StateLabel>
}
