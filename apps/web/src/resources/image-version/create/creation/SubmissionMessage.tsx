import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components'
import { imageVersionId, type ImageVersionPlan, type Inventory } from '@portal/image-version'
import { Link } from 'wouter'
import { imageVersionPath } from '../../../../paths.ts'
import { OutcomeMessage } from '../../../../patterns/submission/OutcomeMessage.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Message } from '../../../../ui/Message.tsx'
import type { PlanRepair } from './plan-repair.ts'
import { RefusalMessage } from './RefusalMessage.tsx'
import type { Submission } from './submission.ts'

interface SubmissionMessageProps {
  submission: Submission
  plan: ImageVersionPlan
  inventory: Inventory
  onRepair: (repair: PlanRepair) => void
  onSendAgain: () => void
  onDismiss: () => void
}

/** The outcome of the creation, if it is not simply done, and what to do next. */
export function SubmissionMessage(props: SubmissionMessageProps) {
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
      return <OutcomeMessage state={submission.state} texts={t} onSendAgain={onSendAgain} onDismiss={onDismiss} />
    case 'exists':
      return (
        <Message intent="error" title={t.existsTitle}>
          {t.exists} <Link href={imageVersionPath(imageVersionId(plan))}>{t.openExisting}</Link>
          {submission.differences.length > 0 && (
            <Table size="extra-small" aria-label={t.existsTitle}>
              <TableHeader>
                <TableRow>
                  <TableHeaderCell>{t.field}</TableHeaderCell>
                  <TableHeaderCell>{t.asked}</TableHeaderCell>
                  <TableHeaderCell>{t.stored}</TableHeaderCell>
                </TableRow>
              </TableHeader>
              <TableBody>
                {submission.differences.map((difference) => (
                  <TableRow key={difference.field}>
                    <TableCell>{difference.field}</TableCell>
                    <TableCell>{difference.asked}</TableCell>
                    <TableCell>{difference.stored}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )}
        </Message>
      )
    case 'refused':
      return <RefusalMessage {...props} error={submission.error} />
  }
}
