import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Cause, VaultRepairRequest } from '@portal/disk-encryption'
import { getDiskEncryptionSetFacts, repairKeyVault } from '@portal/portal-api'
import { useQueries } from '@tanstack/react-query'
import { freshSetReadingQuery, keyVaultPermissionsQuery } from '../../../../api/disk-encryption-set-reads.ts'
import { PortalProblem } from '../../../../api/failures.ts'
import { call } from '../../../../api/portal-client.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { useChangeRun, type ChangeTurn } from '../../../../patterns/change/change-run.tsx'
import { ChangeDialog } from '../../../../patterns/change/ChangeDialog.tsx'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { TwoLines } from '../../../../patterns/list/TwoLines.tsx'
import { failureOf } from '../../../../patterns/problem/failure.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { CodeBlock } from '../../../../ui/CodeBlock.tsx'
import { CopyButton } from '../../../../ui/CopyButton.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'
import { changesFor, requestsOf, stillHas, type PlannedChange } from './planned-change.ts'

const useStyles = makeStyles({ progress: { minHeight: tokens.lineHeightBase300 } })

const role = 'Key Vault Crypto Service Encryption User'

interface KeyRepairDialogProps {
  cause: Cause
  /** called with the IDs of the sets that were changed, or might be */
  onClose: (changed: string[]) => void
}

/** All changes that fix the sets of a cause: what is written where, then the progress of each, and the result. */
export function KeyRepairDialog({ cause, onClose }: KeyRepairDialogProps) {
  const styles = useStyles()
  const texts = useKeyHealthTexts()
  const t = texts.repair
  const { forGood, requests } = useWizardTexts().readiness
  const { number } = useFormats()
  const user = useSignedIn()
  const changes = changesFor(cause)
  // Read again: the survey lags behind ARM.
  const readings = useQueries({
    queries: changes.map(({ sets: [set] }) => freshSetReadingQuery(user, set?.id ?? '')),
  })
  const { vaultId = '', action = 'grantKeyAccess' } = changes[0]?.repair ?? {}
  const permissions = useRead(keyVaultPermissionsQuery, { vaultId })
  const permission = permissions.data?.[action]
  const requestsFor = (change: PlannedChange) => requestsOf(change, readings[changes.indexOf(change)]?.data)
  const isByRole = changes.some((change) => requestsFor(change)[0]?.grant?.by === 'role')
  // Changes of one vault's own properties wait for each other; role assignments are apart.
  const run = useChangeRun((change: PlannedChange) => made(cause, change), isByRole ? undefined : 1)
  const isChecking = !run.isBegun && readings.some(({ isFetching }) => isFetching)
  const isNeeded = (change: PlannedChange) =>
    run.turns.has(change.id) || stillHas(cause, readings[changes.indexOf(change)]?.data) !== false
  const needed = changes.filter(isNeeded)
  const left = needed.filter(({ id }) => run.turns.get(id)?.state !== 'done')
  const stateOf = (change: PlannedChange) => run.turns.get(change.id)?.state ?? 'waiting'
  const code = needed
    .flatMap(requestsFor)
    .map(
      ({ method, path, body }) =>
        `${method} ${user.configuration.cloud.resourceManager}${path}\n\n${JSON.stringify(body, null, 2)}`,
    )
  const resultText = useResultText(cause, changes, run.turns)
  const close = () => {
    if (run.isRunning) return run.stop()
    onClose(changes.filter(({ id }) => run.turns.has(id)).flatMap(({ sets }) => sets.map((set) => set.id)))
  }
  return (
    <ChangeDialog
      title={t.title(texts.causes.names[cause.code] ?? cause.code, cause.keyVaultName)}
      size="large"
      confirm={(left.every((change) => stateOf(change) === 'failed') ? t.again : t.apply)(
        left.length,
        number(left.length),
      )}
      onConfirm={isChecking || permissions.isPending ? undefined : () => run.start(left)}
      isPossible={run.isRunning || left.length > 0}
      write={{ isPending: run.isRunning, error: null }}
      rightsRequest={
        permission === 'forbidden'
          ? requests[action]({ vaultId, setId: cause.sets.map(({ id }) => id).join(', ') })
          : undefined
      }
      onClose={close}
    >
      <Text>{t.intro}</Text>
      {action === 'enablePurgeProtection' && <Message intent="warning">{forGood}</Message>}
      {permission === 'unknown' && <Message intent="info">{t.unknownRights}</Message>}
      {isChecking ? (
        <LoadingRows rows={Math.min(8, changes.length) + 1} height={32} />
      ) : (
        <>
          <DataTable
            label={t.change}
            columns={[
              {
                heading: t.set,
                cell: ({ repair, sets }) =>
                  repair.action === 'grantKeyAccess' ? sets[0]?.name : t.allSets(sets.length, number(sets.length)),
              },
              {
                heading: t.change,
                width: '44%',
                cell: (change) => <Change change={change} requests={requestsFor(change)} />,
              },
              { heading: t.where, cell: () => cause.keyVaultName },
              {
                heading: t.state,
                width: '150px',
                cell: (change) =>
                  isNeeded(change) ? (
                    <StateLabel look={stateOf(change)}>{t.states[stateOf(change)]}</StateLabel>
                  ) : (
                    <StateLabel look="done">{t.states.nothing}</StateLabel>
                  ),
              },
            ]}
            rows={changes}
            rowKey={({ id }) => id}
            below={run.failureOf}
          />
          {code.length > 0 && (
            <CodeDisclosure summary={t.requests}>
              <CodeBlock code={code.join('\n\n')} label={t.requestsOf} copyLabel={t.copyRequests} />
            </CodeDisclosure>
          )}
        </>
      )}
      <Stack row="wrap" gap="M" align="center">
        <Text role="status" className={styles.progress}>
          {isChecking ? t.checking : run.isBegun && t.progress(number(run.ended), number(needed.length))}
          {!run.isRunning && left.length < needed.length && action === 'grantKeyAccess' && ` · ${t.delay}`}
        </Text>
        {run.isBegun && !run.isRunning && <CopyButton text={resultText}>{t.copy}</CopyButton>}
      </Stack>
    </ChangeDialog>
  )
}

function Change({ change: { repair }, requests }: { change: PlannedChange; requests: VaultRepairRequest[] }) {
  const { repair: t } = useKeyHealthTexts()
  if (repair.action !== 'grantKeyAccess') return <Text>{t.ofVault[repair.action]}</Text>
  if (requests.length === 0) return <Text>{t.unknownChange}</Text>
  return requests.map(({ grant }) => (
    <TwoLines
      key={grant?.principalId}
      first={grant?.by === 'role' ? t.byRole(role) : t.byPolicy}
      second={t.toIdentity(grant?.principalId ?? '')}
    />
  ))
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

// Where the answer was lost, Azure might have made the change: a look decides.
async function made(cause: Cause, { repair, sets: [set] }: PlannedChange): Promise<void> {
  try {
    await call(repairKeyVault, repair)
  } catch (error) {
    if (set === undefined || isRefusal(error)) throw error
    const { now, sets } = await call(getDiskEncryptionSetFacts, { ids: [set.id], freshness: 'fresh' })
    if (stillHas(cause, { now, read: sets[0] ?? null }) !== false) throw error
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof PortalProblem && error.problem.status >= 400 && error.problem.status < 500
}
