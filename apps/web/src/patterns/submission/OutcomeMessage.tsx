import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
} from '@fluentui/react-components'
import { Message } from '../../ui/Message.tsx'

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
  state: 'checking' | 'notSent' | 'rejected'
  texts: OutcomeTexts
  onSendAgain: () => void
  onDismiss: () => void
}

/** The outcome of a write of any kind that Azure neither accepted nor refused, and what to do next. */
export function OutcomeMessage({ state, texts, onSendAgain, onDismiss }: OutcomeMessageProps) {
  switch (state) {
    case 'checking':
      return (
        <MessageBar intent="info" layout="multiline" icon={<Spinner size="tiny" />}>
          <MessageBarBody>
            <MessageBarTitle>{texts.checkingTitle}</MessageBarTitle>
            {texts.checking}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={onDismiss}>{texts.stopChecking}</Button>
          </MessageBarActions>
        </MessageBar>
      )
    case 'notSent':
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.notSentTitle}</MessageBarTitle>
            {texts.notSent}
          </MessageBarBody>
          <MessageBarActions>
            <Button appearance="primary" onClick={onSendAgain}>
              {texts.sendAgain}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )
    case 'rejected':
      return (
        <Message intent="error" title={texts.rejectedTitle}>
          {texts.rejected}
        </Message>
      )
  }
}
