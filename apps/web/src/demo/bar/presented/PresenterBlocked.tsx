import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useDemoTexts } from '../../texts/demo-texts.ts'

interface PresenterBlockedProps {
  address: string
  onDismiss: () => void
}

/** Says that the browser opens no second window, with a link that does. */
export function PresenterBlocked({ address, onDismiss }: PresenterBlockedProps) {
  const { present: t } = useDemoTexts()
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{t.blockedTitle}</MessageBarTitle>
        {t.blockedBody}{' '}
        <Link href={address} target="_blank" rel="noopener" onClick={onDismiss}>
          {t.link}
        </Link>
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button appearance="transparent" icon={<DismissRegular />} aria-label={t.dismiss} onClick={onDismiss} />
        }
      />
    </MessageBar>
  )
}
