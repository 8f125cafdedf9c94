import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { CalendarKey } from '@portal/disk-encryption'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { alarmFactsQuery } from '../../../../api/key-health-reads.ts'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { Dialog } from '../../../../ui/dialog/Dialog.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { useKeyHealthTexts } from '../../texts/use-key-health-texts.ts'
import { offeredPolicies, type AlarmChoice } from './alarm-choice.ts'
import { AlarmCode } from './AlarmCode.tsx'
import { AlarmFields } from './AlarmFields.tsx'
import { NonComplianceTable } from './NonComplianceTable.tsx'

const useStyles = makeStyles({
  content: { rowGap: tokens.spacingVerticalL, minHeight: '400px', '& pre': { maxHeight: '420px' } },
})

interface AlarmDialogProps {
  /** all that are known, read or not */
  keys: CalendarKey[]
  onClose: () => void
}

/** Alarms and policies of a subscription as code: the choice, what would be non-compliant today, and the code. */
export function AlarmDialog({ keys, onClose }: AlarmDialogProps) {
  const styles = useStyles()
  const { alerts: t, repair } = useKeyHealthTexts()
  const user = useSignedIn()
  const subscriptions = useQuery(subscriptionsQuery(user)).data ?? []
  const [changes, setChanges] = useState<Partial<AlarmChoice>>({})
  const choice: AlarmChoice = {
    subscriptionId: subscriptions[0]?.subscriptionId ?? '',
    resourceGroupName: '',
    email: '',
    policies: offeredPolicies,
    effect: 'Audit',
    ...changes,
  }
  const { data: facts, error, refetch } = useQuery(alarmFactsQuery(user, { subscriptionId: choice.subscriptionId }))
  return (
    <Dialog
      title={t.title}
      size="large"
      onClose={onClose}
      className={styles.content}
      actions={<Button onClick={onClose}>{repair.close}</Button>}
    >
      <Text>{t.intro}</Text>
      <AlarmFields
        choice={choice}
        subscriptions={subscriptions}
        onEdit={(edit) => setChanges((before) => ({ ...before, ...edit }))}
      />
      {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
      {facts === undefined && error === null && <LoadingRows rows={6} height={32} />}
      {facts && (
        <>
          <NonComplianceTable choice={choice} facts={facts} keys={keys} />
          <AlarmCode choice={choice} facts={facts} />
        </>
      )}
    </Dialog>
  )
}
