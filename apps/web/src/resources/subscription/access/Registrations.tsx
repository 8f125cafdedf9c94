import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { RegistrableName, Registration, RegistrationState } from '@portal/portal-api'
import { isUnderWay } from '../../../api/subscription-reads.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'
import { useAccessTexts } from '../texts/access-texts.ts'
import { useRegister } from './use-register.ts'

const looks: Record<RegistrationState, StateLook> = {
  Registered: 'done',
  Registering: 'running',
  Pending: 'waiting',
  NotRegistered: 'waiting',
  Unregistering: 'running',
  Unregistered: 'waiting',
  NotFound: 'unknown',
  Unknown: 'unknown',
}

const useStyles = makeStyles({ why: { fontWeight: tokens.fontWeightRegular } })

interface RegistrationsProps {
  subscriptionId: string
  registrations: Registration[]
}

// No longer required, so it comes last and without an action.
const historic: RegistrableName = 'SIGEncryption'

/** Provider and features with their states, the optional ones with the button that registers them. */
export function Registrations({ subscriptionId, registrations }: RegistrationsProps) {
  const styles = useStyles()
  const t = useAccessTexts()
  const registering = useRegister(subscriptionId)
  return (
    <>
      <DataTable
        label={t.registrations}
        rows={registrations.toSorted((one, other) => Number(one.name === historic) - Number(other.name === historic))}
        rowKey={({ name }) => name}
        columns={[
          {
            heading: t.what,
            cell: ({ name }) => (
              <Stack gap="XS">
                {t.names[name]}
                <Text size={200} className={styles.why}>
                  {t.why[name]}
                </Text>
              </Stack>
            ),
          },
          {
            heading: t.state,
            width: '220px',
            cell: ({ name, state }) => (
              <span role="status" aria-label={`${t.names[name]}: ${t.states[state]}`}>
                <StateLabel look={looks[state]}>{t.states[state]}</StateLabel>
              </span>
            ),
          },
          {
            heading: t.action,
            width: '260px',
            cell: (registration) => (
              <WhatToDo
                registration={registration}
                isSending={registering.isPending}
                onRegister={() => registering.mutate(registration.name)}
              />
            ),
          },
        ]}
      />
      {registering.error !== null && <ProblemMessage error={registering.error} />}
    </>
  )
}

interface WhatToDoProps {
  registration: Registration
  isSending: boolean
  onRegister: () => void
}

function WhatToDo({ registration, isSending, onRegister }: WhatToDoProps) {
  const t = useAccessTexts()
  const { name, state, mayRegister } = registration
  if (isUnderWay(registration)) return <>{t.takesMinutes}</>
  if (name === historic || (state !== 'NotRegistered' && state !== 'Unregistered')) return <>{t.nothingToDo}</>
  if (mayRegister === 'forbidden') return <>{t.askForIt}</>
  if (name === 'Microsoft.Compute') return <>{t.registerAbove}</>
  return (
    <Button size="small" disabledFocusable={isSending} onClick={onRegister}>
      {t.register(name)}
    </Button>
  )
}
