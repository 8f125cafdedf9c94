import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { CalendarKey } from '@portal/disk-encryption'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { alarmFactsQuery } from '../../../../api/key-health-reads.ts'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useKeyHealthTexts } from '../../../../i18n/estate/use-key-health-texts.ts'
import { ProblemMessage } from '../../../../parts/problem/ProblemMessage.tsx'
import { useFocusReturn } from '../../../../ui/dialog/use-focus-return.ts'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { offeredPolicies, type AlarmChoice } from './alarm-choice.ts'
import { AlarmCode } from './AlarmCode.tsx'
import { AlarmFields } from './AlarmFields.tsx'
import { NonComplianceTable } from './NonComplianceTable.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '960px', width: 'calc(100vw - 32px)' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    minHeight: '400px',
    '& > *': { flexShrink: 0 },
    '& pre': { maxHeight: '420px' },
  },
})

interface AlarmDialogProps {
  /** all that are known, read or not */
  keys: CalendarKey[]
  onClose: () => void
}

/** Alarms and policies of a subscription as code: the choice, what would be non-compliant today, and the code. */
export function AlarmDialog({ keys, onClose }: AlarmDialogProps) {
  useFocusReturn()
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
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t.title}</DialogTitle>
          <DialogContent className={styles.content}>
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
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{repair.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
