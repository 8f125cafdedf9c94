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

/** Says that the browser opens no second window, with a link that does. */
export function PresenterBlocked({ address, onDismiss }: { address: string; onDismiss: () => void }) {
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
