import { Button, makeStyles, type MessageBarIntent } from '@fluentui/react-components'
import type { Registration } from '@portal/portal-api'
import { useFormats } from '../../../i18n/formats.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { Message } from '../../../ui/Message.tsx'
import { type AccessTexts, useAccessTexts } from '../texts/access-texts.ts'
import { useRegister } from './use-register.ts'
import type { Verdict } from './verdict.ts'

const useStyles = makeStyles({ body: { whiteSpace: 'normal' } })

const intents: Record<Verdict['state'], MessageBarIntent> = {
  connectionFailed: 'error',
  providerMissing: 'error',
  providerInProgress: 'info',
  permissionsMissing: 'warning',
  unclear: 'info',
  ready: 'success',
}

interface VerdictMessageProps {
  subscriptionId: string
  verdict: Verdict
  registrations: readonly Registration[]
}

/** Whether encrypted image versions can be created here, and if not, why and the action for it. */
export function VerdictMessage({ subscriptionId, verdict, registrations }: VerdictMessageProps) {
  const styles = useStyles()
  const t = useAccessTexts()
  const { number } = useFormats()
  const registering = useRegister(subscriptionId)
  const provider = registrations.find(({ name }) => name === 'Microsoft.Compute')
  const mayRegister = verdict.state === 'providerMissing' && provider?.mayRegister !== 'forbidden'
  return (
    <>
      <Message
        intent={intents[verdict.state]}
        title={t.verdict.titles[verdict.state]}
        body={{ className: styles.body, role: 'status' }}
        actions={
          mayRegister && (
            <Button
              appearance="primary"
              disabledFocusable={registering.isPending}
              onClick={() => registering.mutate('Microsoft.Compute')}
            >
              {t.register('Microsoft.Compute')}
            </Button>
          )
        }
      >
        {textOf(verdict, t.verdict, number)}
      </Message>
      {registering.error !== null && <ProblemMessage error={registering.error} />}
    </>
  )
}

function textOf(verdict: Verdict, t: AccessTexts['verdict'], number: (value: number) => string): string {
  switch (verdict.state) {
    case 'ready':
      return verdict.canCreateSets ? t.ready : t.readyWithoutSets
    case 'permissionsMissing':
      return t.permissionsMissing(number(verdict.missing))
    case 'connectionFailed':
    case 'providerMissing':
    case 'providerInProgress':
    case 'unclear':
      return t[verdict.state]
  }
}
