import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
} from '@fluentui/react-components'
import { useMachineTexts } from '../../i18n/use-machine-texts.ts'
import { useWizardTexts } from '../../i18n/use-wizard-texts.ts'
import { ProblemMessage } from '../../ui/ProblemMessage.tsx'
import type { Outcome, Waiting } from '../../ui/use-submission.ts'
import type { Started } from './machine-submission.ts'

interface MachineSubmissionMessageProps {
  submission: Waiting | Outcome | Started
  /** the user has come back from proving more to Entra ID */
  wasVerifying: boolean
  onSendAgain: () => void
  onDismiss: () => void
}

/** What became of pressing Create, where it was not a success. */
export function MachineSubmissionMessage(props: MachineSubmissionMessageProps) {
  const { submission, wasVerifying, onSendAgain, onDismiss } = props
  const { submission: own } = useMachineTexts()
  const { submission: t } = useWizardTexts().wizard
  switch (submission.state) {
    case 'checking':
      return (
        <MessageBar intent="info" layout="multiline" icon={<Spinner size="extra-tiny" />}>
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
            <MessageBarTitle>{own.notSentTitle}</MessageBarTitle>
            {own.notSent}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={onSendAgain}>{t.sendAgain}</Button>
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
    case 'refused':
      return <ProblemMessage error={submission.error} />
    case 'idle':
      return wasVerifying ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{own.verified}</MessageBarBody>
        </MessageBar>
      ) : null
    case 'sending':
    case 'started':
    case 'verify':
      return null
  }
}
