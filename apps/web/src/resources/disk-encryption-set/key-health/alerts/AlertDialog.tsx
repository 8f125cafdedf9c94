import { makeStyles, Text, Checkbox, FieldContextProvider, Input } from '@fluentui/react-components'
import { alertDeployments } from '@portal/code'
import { alertPolicies, type CalendarKey, type NonCompliance } from '@portal/disk-encryption'
import { type AlertFacts, assignPolicies, type Subscription } from '@portal/portal-api'
import { useState } from 'react'
import { alertFactsQuery } from '../../../../api/key-health-reads.ts'
import { call } from '../../../../api/portal-client.ts'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { ChangeDialog } from '../../../../patterns/change/ChangeDialog.tsx'
import { Code } from '../../../../patterns/code/Code.tsx'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { useBrowseTexts } from '../../../../patterns/list/texts/browse-texts.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { Heading } from '../../../../ui/Heading.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'
import { areAssigned, offeredPolicies, type AlertChoice, nonCompliance, policiesOf, alertPlan } from './alert-choice.ts'

interface AlertDialogProps {
  /** all that are known, read or not */
  keys: CalendarKey[]
  onClose: () => void
}

/**
 * Alerts and policies of a subscription: the choice, what would be non-compliant today, the code, and the assignment of
 * the policies. Deny comes after Audit, and asks once more with the same number.
 */
export function AlertDialog({ keys, onClose }: AlertDialogProps) {
  const { alerts: t } = useKeyHealthTexts()
  const { number } = useFormats()
  const subscriptions = useRead(subscriptionsQuery).data ?? []
  const [changes, setChanges] = useState<Partial<AlertChoice>>({})
  const choice: AlertChoice = {
    subscriptionId: subscriptions[0]?.subscriptionId ?? '',
    resourceGroupName: '',
    email: '',
    policies: ['customerKeys', 'allowedSets', 'keyExpiry'],
    effect: 'Audit',
    definitions: undefined,
    ...changes,
  }
  const { data: facts, error, refetch } = useRead(alertFactsQuery, { subscriptionId: choice.subscriptionId })
  const [isSure, setSure] = useState(false)
  const assigning = useWrite('assignPolicies', {
    send: () => call(assignPolicies, { subscriptionId: choice.subscriptionId, policies: policiesOf(choice, facts) }),
    onDone: () => setSure(false),
  })
  const isDeny = choice.effect === 'Deny'
  const canAssign = facts !== undefined && choice.policies.length > 0 && (!isDeny || areAssigned(choice, facts))
  const marked = facts ? nonCompliance(choice, facts, keys).flatMap(({ resourceIds }) => resourceIds) : []
  return (
    <ChangeDialog
      title={t.title}
      size="large"
      confirm={isDeny ? t.assignDeny : t.assign}
      onConfirm={canAssign ? () => (isDeny && !isSure ? setSure(true) : assigning.mutate()) : undefined}
      write={assigning}
      deletes={isDeny && isSure}
      onClose={onClose}
    >
      <Text>{t.intro}</Text>
      <AlertFields
        choice={choice}
        subscriptions={subscriptions}
        known={facts?.definitions ?? []}
        onEdit={(edit) => {
          setChanges((before) => ({ ...before, ...edit }))
          setSure(false)
          assigning.reset()
        }}
      />
      {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
      {facts === undefined && error === null && <LoadingRows rows={6} height={32} />}
      {facts && (
        <>
          <NonComplianceTable choice={choice} facts={facts} keys={keys} />
          {isDeny && !areAssigned(choice, facts) && <Message intent="info">{t.auditFirst}</Message>}
          {isSure && <Message intent="warning">{t.sure(number(new Set(marked).size))}</Message>}
          {assigning.isSuccess && <Message intent="success">{t.done}</Message>}
          <CodeDisclosure>
            <AlertCode choice={choice} facts={facts} />
          </CodeDisclosure>
        </>
      )}
    </ChangeDialog>
  )
}

const useNonComplianceTableStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content', minHeight: '24px' },
  list: { margin: 0, padding: 0, listStyle: 'none', overflowWrap: 'anywhere' },
})

const mostListed = 50

/** What each chosen policy would mark today, before it is assigned. */
function NonComplianceTable({ choice, facts, keys }: { choice: AlertChoice; facts: AlertFacts; keys: CalendarKey[] }) {
  const { alerts: t } = useKeyHealthTexts()
  const { number } = useFormats()
  const rows = nonCompliance(choice, facts, keys)
  if (rows.length === 0) return null
  return (
    <Stack gap="XS">
      <Heading as="h3" isSmall>
        {t.today}
      </Heading>
      <DataTable
        label={t.today}
        columns={[
          {
            heading: t.policies,
            width: '40%',
            cell: ({ policy }) => offeredPolicies.flatMap((one) => (one === policy ? t.policy[one] : [])).join(''),
          },
          { heading: t.marked, cell: ({ resourceIds }) => <Marked ids={resourceIds} /> },
          { heading: t.assigned, cell: ({ policy }) => facts.assigned[alertPolicies[policy].assignmentName] ?? '–' },
          { heading: t.unknown, cell: ({ unknownIds }) => number(unknownIds.length) },
        ]}
        rows={rows}
        rowKey={({ policy }) => policy}
      />
      <Quiet size={200}>{t.todayNote}</Quiet>
    </Stack>
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

interface AlertFieldsProps {
  choice: AlertChoice
  /** IDs of the image definitions to choose from */
  known: readonly string[]
  subscriptions: Subscription[]
  onEdit: (edit: Partial<AlertChoice>) => void
}

/** Where alerts go, and which policies are assigned. */
function AlertFields({ choice, known, subscriptions, onEdit }: AlertFieldsProps) {
  const { alerts: t } = useKeyHealthTexts()
  const { subscription } = useBrowseTexts()
  const { policies, definitions = known } = choice
  return (
    <Stack gap="M">
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
        <Checks
          all={offeredPolicies}
          chosen={policies}
          labelOf={(policy) => t.policy[policy]}
          onChoose={(chosen) => onEdit({ policies: chosen })}
        />
      </FormRow>
      {policies.includes('ownImages') && (
        <FormRow label={t.definitions} hint={t.ownImagesNote}>
          <Checks
            all={known}
            chosen={definitions}
            labelOf={(id) => id.split('/').slice(-3).join('/')}
            onChoose={(chosen) => onEdit({ definitions: chosen })}
          />
        </FormRow>
      )}
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
    </Stack>
  )
}

interface ChecksProps<T extends string> {
  all: readonly T[]
  chosen: readonly T[]
  labelOf: (one: T) => string
  onChoose: (chosen: T[]) => void
}

/** Several of a list, as the control of a field; each check box has a label of its own, and not the field's. */
function Checks<T extends string>({ all, chosen, labelOf, onChoose, ...ofField }: ChecksProps<T>) {
  return (
    <Stack role="group" {...ofField}>
      <FieldContextProvider value={undefined}>
        {all.map((one) => (
          <Checkbox
            key={one}
            label={labelOf(one)}
            checked={chosen.includes(one)}
            onChange={(_, { checked }) =>
              onChoose(all.filter((each) => (each === one ? checked === true : chosen.includes(each))))
            }
          />
        ))}
      </FieldContextProvider>
    </Stack>
  )
}

const useStyles = makeStyles({ file: { maxWidth: '360px' } })

/** The alerts, or the policies, as code in the language chosen. */
function AlertCode({ choice, facts }: { choice: AlertChoice; facts: AlertFacts }) {
  const styles = useStyles()
  const { alerts: t } = useKeyHealthTexts()
  const [chosen, setChosen] = useState('')
  const deployments = alertDeployments(alertPlan(choice, facts))
  const shown = deployments.find(({ name }) => name === chosen) ?? deployments[0]
  if (shown === undefined) return <Text>{t.nothing}</Text>
  return (
    <Stack gap="S" shrinks>
      <div className={styles.file}>
        <Choice
          aria-label={t.file}
          value={shown.name}
          options={deployments.map(({ name }) => ({
            value: name,
            label: name === 'key-alerts' ? t.files.alerts : t.files.policies,
          }))}
          onChoose={setChosen}
        />
      </div>
      <Code deployment={shown} />
    </Stack>
  )
}
