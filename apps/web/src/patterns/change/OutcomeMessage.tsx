import { Button, Spinner } from '@fluentui/react-components'
import type { Inventory } from '@portal/image-version'
import { Message } from '../../ui/Message.tsx'
import { DecodedProblem } from '../problem/DecodedProblem.tsx'

/** The texts of a write, in the current language. */
interface OutcomeTexts {
  checkingTitle: string
  checking: string
  stopChecking: string
  notSentTitle: string
  notSent: string
  sendAgain: string
  rejectedTitle: string
  rejected: string
}

interface OutcomeMessageProps {
  /** the submission; those of its kind alone are shown by its page */
  submission: { state: string; error?: unknown }
  texts: OutcomeTexts
  /** for the names of the regions in an error */
  inventory?: Pick<Inventory, 'regions'>
  onSendAgain: () => void
  onDismiss: () => void
}

/** The outcome of a write of any kind, if it is not simply done, and what to do next. */
export function OutcomeMessage({ submission, texts, inventory, onSendAgain, onDismiss }: OutcomeMessageProps) {
  switch (submission.state) {
    case 'checking':
      return (
        <Message
          intent="info"
          icon={<Spinner size="tiny" />}
          title={texts.checkingTitle}
          actions={<Button onClick={onDismiss}>{texts.stopChecking}</Button>}
        >
          {texts.checking}
        </Message>
      )
    case 'notSent':
      return (
        <Message
          intent="warning"
          title={texts.notSentTitle}
          actions={
            <Button appearance="primary" onClick={onSendAgain}>
              {texts.sendAgain}
            </Button>
          }
        >
          {texts.notSent}
        </Message>
      )
    case 'rejected':
      return (
        <Message intent="error" title={texts.rejectedTitle}>
          {texts.rejected}
        </Message>
      )
    case 'refused':
      return <DecodedProblem error={submission.error} {...(inventory && { inventory })} />
    default:
      return null
  }
}
