import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { withRegionNames } from '@portal/disk-encryption'
import { type ImageVersionPlan, type Inventory, imageVersionId } from '@portal/image-version'
import type { DecodedError } from '@portal/version-rules'
import { useState } from 'react'
import { Link } from 'wouter'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { imageVersionPath } from '../../../../paths.ts'
import { OutcomeMessage } from '../../../../patterns/change/OutcomeMessage.tsx'
import { RepairAction } from '../../../../patterns/key-health/RepairAction.tsx'
import { useCellName } from '../../../../patterns/matrix/use-cell-name.ts'
import { failureOf } from '../../../../patterns/problem/failure.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { useSummaryTexts } from '../../../../patterns/wizard/texts/summary-texts.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { CopyButton } from '../../../../ui/CopyButton.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { shows } from '../../../../ui/shows.ts'
import { Stack } from '../../../../ui/Stack.tsx'
import type { TabId, TabProps } from '../tabs.ts'
import { type PlanCorrection, planCorrection } from './plan-correction.ts'
import type { Submission } from './submission.ts'
import type { useCreation } from './use-creation.ts'

interface CreationMessagesProps extends Pick<TabProps, 'plan' | 'inventory' | 'onEdit'> {
  mayNotCreate: boolean
  creation: ReturnType<typeof useCreation>
  onGoTo: (tab: TabId) => void
}

/** Why the version can't be created, and what became of its creation. */
export function CreationMessages({ plan, inventory, onEdit, mayNotCreate, creation, onGoTo }: CreationMessagesProps) {
  return (
    <>
      {mayNotCreate && <CreationForbidden imageDefinitionId={plan.imageDefinitionId} />}
      <SubmissionMessage
        submission={creation.submission}
        plan={plan}
        inventory={inventory}
        onRepair={({ edit, tab }) => {
          if (edit !== undefined) onEdit(edit)
          onGoTo(tab)
        }}
        onSendAgain={creation.send}
        onDismiss={creation.dismiss}
      />
    </>
  )
}

interface SubmissionMessageProps {
  submission: Submission
  plan: ImageVersionPlan
  inventory: Inventory
  onRepair: (repair: PlanCorrection) => void
  onSendAgain: () => void
  onDismiss: () => void
}

/** The outcome of the creation, if it is not simply done, and what to do next. */
function SubmissionMessage(props: SubmissionMessageProps) {
  const { submission, plan, onSendAgain, onDismiss } = props
  const t = useWizardTexts().wizard.submission
  switch (submission.state) {
    case 'idle':
    case 'sending':
    case 'created':
    case 'verify':
      return null
    case 'checking':
    case 'notSent':
    case 'rejected':
      return <OutcomeMessage submission={submission} texts={t} onSendAgain={onSendAgain} onDismiss={onDismiss} />
    case 'exists':
      return (
        <Message intent="error" title={t.existsTitle}>
          {t.exists} <Link href={imageVersionPath(imageVersionId(plan))}>{t.openExisting}</Link>
          {submission.differences.length > 0 && (
            <DataTable
              label={t.existsTitle}
              rows={submission.differences}
              rowKey={({ field }) => field}
              columns={[
                { heading: t.field, cell: ({ field }) => field },
                { heading: t.asked, cell: ({ asked }) => asked },
                { heading: t.stored, cell: ({ stored }) => stored },
              ]}
            />
          )}
        </Message>
      )
    case 'refused':
      return <RefusalMessage {...props} error={submission.error} />
  }
}

const useStyles = makeStyles({
  meaning: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: tokens.spacingVerticalS,
  },
})

interface RefusalMessageProps {
  error: unknown
  plan: ImageVersionPlan
  inventory: Inventory
  onRepair: (repair: PlanCorrection) => void
  onSendAgain: () => void
}

/** Why Azure rejected the version: the meaning, the cell, and the fix. */
function RefusalMessage({ error, plan, inventory, onRepair, onSendAgain }: RefusalMessageProps) {
  const styles = useStyles()
  const t = useWizardTexts().readiness
  const codeText = useCodeText()
  const cellName = useCellName(plan, inventory)
  const [mended, setMended] = useState(false)
  const decoded = failureOf(error).problem?.decoded
  if (decoded === undefined) return <ProblemMessage error={error} />
  const action = ({ path, repair }: DecodedError) =>
    repair === undefined ? null : mended ? (
      <Button onClick={onSendAgain}>{t.repairs.retry}</Button>
    ) : (
      <RepairAction
        repair={repair}
        onRepair={(asked) => {
          const inPlan = planCorrection(asked, path, plan)
          if (inPlan === undefined) onSendAgain()
          else onRepair(inPlan)
        }}
        onMended={() => setMended(true)}
      />
    )
  return (
    <ProblemMessage
      error={error}
      meaning={
        <Stack as="ul" gap="M">
          {decoded.map((one) => (
            <li key={JSON.stringify([one.code, one.path])} className={styles.meaning}>
              <Text>
                {cellName(one.path) !== '' && <b>{cellName(one.path)}: </b>}
                {codeText({ code: one.code, params: withRegionNames(one.params, inventory) })}
              </Text>
              {action(one)}
            </li>
          ))}
        </Stack>
      }
    />
  )
}

const action = 'Microsoft.Compute/galleries/images/versions/write'

/** Why this user can't create the version, and what to ask an administrator for. */
function CreationForbidden({ imageDefinitionId }: { imageDefinitionId: string }) {
  const t = useSummaryTexts().forbidden
  return (
    <Message
      intent="warning"
      title={t.title}
      body={shows('creation-forbidden')}
      actions={<CopyButton text={t.request(imageDefinitionId, action)}>{t.copy}</CopyButton>}
    >
      {t.text(action)}
    </Message>
  )
}
