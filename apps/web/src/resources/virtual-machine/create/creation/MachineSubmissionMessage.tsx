import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { OutcomeMessage } from '../../../../patterns/submission/OutcomeMessage.tsx'
import type { Outcome, Waiting } from '../../../../patterns/submission/use-submission.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Message } from '../../../../ui/Message.tsx'
import { useMachineTexts } from '../../texts/use-machine-texts.ts'
import type { Started } from './machine-submission.ts'

interface MachineSubmissionMessageProps {
  submission: Waiting | Outcome | Started
  /** the user has returned from a challenge at Entra ID */
  wasVerifying: boolean
  onSendAgain: () => void
  onDismiss: () => void
}

/** The outcome of Create, if it was not a success. */
export function MachineSubmissionMessage(props: MachineSubmissionMessageProps) {
  const { submission, wasVerifying, onSendAgain, onDismiss } = props
  const { verified, ...own } = useMachineTexts().submission
  const texts = { ...useWizardTexts().wizard.submission, ...own }
  switch (submission.state) {
    case 'checking':
    case 'notSent':
    case 'rejected':
      return <OutcomeMessage state={submission.state} texts={texts} onSendAgain={onSendAgain} onDismiss={onDismiss} />
    case 'refused':
      return <ProblemMessage error={submission.error} />
    case 'idle':
      return wasVerifying ? <Message intent="info">{verified}</Message> : null
    case 'sending':
    case 'started':
    case 'verify':
      return null
  }
}
