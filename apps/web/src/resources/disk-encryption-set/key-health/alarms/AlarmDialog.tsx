import { Button, makeStyles, Text, tokens, Checkbox, Input } from '@fluentui/react-components'
import type { CalendarKey, NonCompliance } from '@portal/disk-encryption'
import type { AlarmFacts, Subscription } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { alarmFactsQuery } from '../../../../api/key-health-reads.ts'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { useBrowseTexts } from '../../../../patterns/list/texts/browse-texts.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Dialog } from '../../../../ui/dialog/Dialog.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'
import { offeredPolicies, type AlarmChoice, nonCompliance } from './alarm-choice.ts'
import { AlarmCode } from './AlarmCode.tsx'

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

const useNonComplianceTableStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  heading: { margin: 0 },
  note: { color: tokens.colorNeutralForeground3 },
  summary: { cursor: 'pointer', width: 'fit-content', minHeight: '24px' },
  list: { margin: 0, padding: 0, listStyle: 'none', overflowWrap: 'anywhere' },
})

const mostListed = 50

interface NonComplianceTableProps {
  choice: AlarmChoice
  facts: AlarmFacts
  keys: CalendarKey[]
}

/** What each chosen policy would mark today, before it is assigned. */
function NonComplianceTable({ choice, facts, keys }: NonComplianceTableProps) {
  const styles = useNonComplianceTableStyles()
  const { alerts: t } = useKeyHealthTexts()
  const { number } = useFormats()
  const rows = nonCompliance(choice, facts, keys)
  if (rows.length === 0) return null
  return (
    <div className={styles.part}>
      <Text as="h3" weight="semibold" className={styles.heading}>
        {t.today}
      </Text>
      <DataTable
        label={t.today}
        columns={[
          {
            heading: t.policies,
            width: '50%',
            cell: ({ policy }) => offeredPolicies.flatMap((one) => (one === policy ? t.policy[one] : [])).join(''),
          },
          { heading: t.marked, cell: ({ resourceIds }) => <Marked ids={resourceIds} /> },
          { heading: t.unknown, cell: ({ unknownIds }) => number(unknownIds.length) },
        ]}
        rows={rows}
        rowKey={({ policy }) => policy}
      />
      <Text size={200} className={styles.note}>
        {t.todayNote}
      </Text>
    </div>
  )
}

function Marked({ ids }: { ids: NonCompliance['resourceIds'] }) {
  const styles = useNonComplianceTableStyles()
  const { number } = useFormats()
  if (ids.length === 0) return <>{number(0)}</>
  return (
    <details>
      <summary className={styles.summary}>{number(ids.length)}</summary>
      <ul className={styles.list}>
        {ids.slice(0, mostListed).map((id) => (
          <li key={id}>{id.split('/').slice(-2).join('/')}</li>
        ))}
        {ids.length > mostListed && <li>…</li>}
      </ul>
    </details>
  )
}

const useAlarmFieldsStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  policies: { display: 'flex', flexDirection: 'column' },
})

interface AlarmFieldsProps {
  choice: AlarmChoice
  subscriptions: Subscription[]
  onEdit: (edit: Partial<AlarmChoice>) => void
}

/** Where alarms go, and which policies are assigned. */
function AlarmFields({ choice, subscriptions, onEdit }: AlarmFieldsProps) {
  const styles = useAlarmFieldsStyles()
  const { alerts: t } = useKeyHealthTexts()
  const { subscription } = useBrowseTexts()
  const { policies } = choice
  return (
    <div className={styles.fields}>
      <FormRow label={subscription}>
        <Choice<string>
          value={choice.subscriptionId}
          options={subscriptions.map(({ subscriptionId, displayName }) => ({
            value: subscriptionId,
            label: displayName,
          }))}
          onChoose={(subscriptionId) => onEdit({ subscriptionId })}
        />
      </FormRow>
      <FormRow label={t.resourceGroup}>
        <Input
          value={choice.resourceGroupName}
          maxLength={90}
          onChange={(_, { value }) => onEdit({ resourceGroupName: value })}
        />
      </FormRow>
      <FormRow label={t.email}>
        <Input
          type="email"
          value={choice.email}
          maxLength={254}
          onChange={(_, { value }) => onEdit({ email: value })}
        />
      </FormRow>
      <FormRow label={t.policies}>
        <div role="group" aria-label={t.policies} className={styles.policies}>
          {offeredPolicies.map((policy) => (
            <Checkbox
              key={policy}
              label={t.policy[policy]}
              checked={policies.includes(policy)}
              onChange={(_, { checked }) =>
                onEdit({
                  policies: offeredPolicies.filter((one) =>
                    one === policy ? checked === true : policies.includes(one),
                  ),
                })
              }
            />
          ))}
        </div>
      </FormRow>
      <FormRow label={t.effect}>
        <Choice
          value={choice.effect}
          options={[
            { value: 'Audit', label: t.effects.Audit },
            { value: 'Deny', label: t.effects.Deny },
          ]}
          onChoose={(effect) => onEdit({ effect })}
        />
      </FormRow>
    </div>
  )
}
