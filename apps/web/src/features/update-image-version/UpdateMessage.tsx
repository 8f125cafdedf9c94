import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
} from '@fluentui/react-components'
import type { Inventory } from '@portal/image-version'
import { useUpdateTexts } from '../../i18n/use-update-texts.ts'
import { DecodedProblem } from '../../ui/DecodedProblem.tsx'
import type { UpdateSubmission } from './update-submission.ts'

interface UpdateMessageProps {
  submission: UpdateSubmission
  inventory: Inventory
  onSendAgain: () => void
  onDismiss: () => void
}

/** What became of an update, where it is not simply done, and what to do next. */
export function UpdateMessage({ submission, inventory, onSendAgain, onDismiss }: UpdateMessageProps) {
  const t = useUpdateTexts().submission
  switch (submission.state) {
    case 'idle':
    case 'sending':
    case 'sent':
    case 'verify':
    case 'changed': // its own message shows what has changed
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
    case 'refused':
      return <DecodedProblem error={submission.error} inventory={inventory} />
  }
}
