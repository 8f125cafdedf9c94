import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components'
import { imageVersionId, type ImageVersionPlan, type Inventory } from '@portal/image-version'
import { Link } from 'wouter'
import { useWizardTexts } from '../../i18n/use-wizard-texts.ts'
import { imageVersionPath } from '../../paths.ts'
import { RefusalMessage } from './RefusalMessage.tsx'
import type { PlanRepair } from './plan-repair.ts'
import type { Submission } from './submission.ts'

interface SubmissionMessageProps {
  submission: Submission
  plan: ImageVersionPlan
  inventory: Inventory
  onRepair: (repair: PlanRepair) => void
  onSendAgain: () => void
  onDismiss: () => void
}

/** What became of the creation, where it is not simply done, and what to do next. */
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
      return (
        <MessageBar intent="info" layout="multiline" icon={<Spinner size="tiny" />}>
          <MessageBarBody>
            <MessageBarTitle>{t.checkingTitle}</MessageBarTitle>
            {t.checking}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={onDismiss}>{t.stopChecking}</Button>
          </MessageBarActions>
        </MessageBar>
      )
    case 'notSent':
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t.notSentTitle}</MessageBarTitle>
            {t.notSent}
          </MessageBarBody>
          <MessageBarActions>
            <Button appearance="primary" onClick={onSendAgain}>
              {t.sendAgain}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )
    case 'rejected':
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t.rejectedTitle}</MessageBarTitle>
            {t.rejected}
          </MessageBarBody>
        </MessageBar>
      )
    case 'exists':
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t.existsTitle}</MessageBarTitle>
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
          </MessageBarBody>
        </MessageBar>
      )
    case 'refused':
      return <RefusalMessage {...props} error={submission.error} />
  }
}
