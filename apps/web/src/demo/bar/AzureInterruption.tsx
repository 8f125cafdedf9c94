import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { DemoWorld } from '@portal/portal-api'
import { useState } from 'react'
import { useFormats } from '../../i18n/formats.ts'
import { useDemoTexts } from '../texts/demo-texts.ts'

// A much later visitor did not see it.
const toldForMs = 10 * 60_000

interface Props {
  world: Pick<DemoWorld, 'isSetAside' | 'restartedAt'>
  onReset: () => void
}

/** Says that the simulated Azure was restarted: whose request caused it, what is lost, and what to do. */
export function AzureInterruption({ world: { isSetAside, restartedAt }, onReset }: Props) {
  const t = useDemoTexts()
  const { dateTime } = useFormats()
  const [dismissed, setDismissed] = useState<string>()
  const [openedAt] = useState(() => Date.now())
  if (isSetAside)
    return (
      <MessageBar intent="warning" layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>{t.aside.title}</MessageBarTitle>
          {t.aside.body}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={onReset}>{t.reset.button}</Button>
        </MessageBarActions>
      </MessageBar>
    )
  if (restartedAt === null || restartedAt === dismissed || Date.parse(restartedAt) < openedAt - toldForMs) return null
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t.restarted.title(dateTime(restartedAt))}</MessageBarTitle>
        {t.restarted.body}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={t.restarted.dismiss}
            onClick={() => setDismissed(restartedAt)}
          />
        }
      />
    </MessageBar>
  )
}
