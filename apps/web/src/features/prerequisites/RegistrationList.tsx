import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { register, type RegistrableName, type Registration, type RegistrationState } from '@portal/portal-api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/portal-client.ts'
import { isUnderWay, registrationsQuery } from '../../api/prerequisite-queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { usePrerequisiteTexts } from '../../i18n/portal/use-prerequisite-texts.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { StateLabel, type StateLook } from '../../ui/StateLabel.tsx'

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

const useStyles = makeStyles({
  what: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  why: { fontWeight: tokens.fontWeightRegular },
})

/** Provider and features with their states, each with the button that registers it. */
export function RegistrationList({ subscriptionId }: { subscriptionId: string }) {
  const styles = useStyles()
  const t = usePrerequisiteTexts()
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const query = useQuery(registrationsQuery(user, subscriptionId))
  const registering = useMutation({
    mutationFn: (name: RegistrableName) => call(register, { subscriptionId, name }),
    onSettled: () =>
      queryClient.invalidateQueries({
        queryKey: registrationsQuery(user, subscriptionId).queryKey,
      }),
  })
  if (query.isPending) return <LoadingRows rows={4} height={48} />
  return (
    <>
      {query.isError && <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <DataTable
          label={t.registrations}
          rows={query.data}
          rowKey={({ name }) => name}
          columns={[
            {
              heading: t.what,
              cell: ({ name }) => (
                <div className={styles.what}>
                  {t.names[name]}
                  <Text size={200} className={styles.why}>
                    {t.why[name]}
                  </Text>
                </div>
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
      )}
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
  const t = usePrerequisiteTexts()
  const { name, state, mayRegister } = registration
  if (isUnderWay(registration)) return <>{t.takesMinutes}</>
  if (state !== 'NotRegistered' && state !== 'Unregistered') return <>{t.nothingToDo}</>
  // What is not required is not requested.
  if (mayRegister === 'forbidden') return <>{name === 'SIGEncryption' ? t.nothingToDo : t.askForIt}</>
  return (
    <Button
      size="small"
      appearance={name === 'Microsoft.Compute' ? 'primary' : 'secondary'}
      disabledFocusable={isSending}
      onClick={onRegister}
    >
      {t.register(name)}
    </Button>
  )
}
