import { Text } from '@fluentui/react-components'
import type { Cause } from '@portal/disk-encryption'
import type { SetReading } from '../../../../api/disk-encryption-set-facts.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { TwoLines } from '../../../../patterns/list/TwoLines.tsx'
import { DecodedProblem } from '../../../../patterns/problem/DecodedProblem.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { StateLabel, type StateLook } from '../../../../ui/StateLabel.tsx'
import type { ChangeTurn } from '../../parts/use-change-run.ts'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'
import { requestsOf, type PlannedChange } from './planned-change.ts'

const role = 'Key Vault Crypto Service Encryption User'

interface ChangeTableProps {
  cause: Cause
  changes: PlannedChange[]
  readingOf: (change: PlannedChange) => SetReading | undefined
  turnOf: (change: PlannedChange) => ChangeTurn | undefined
  isNeeded: (change: PlannedChange) => boolean
}

/** The changes of a repair: what each writes, where, and how far it is; a failed one with the reason. */
export function ChangeTable({ cause, changes, readingOf, turnOf, isNeeded }: ChangeTableProps) {
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
