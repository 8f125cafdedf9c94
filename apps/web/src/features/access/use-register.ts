import { register, type RegistrableName } from '@portal/portal-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/portal-client.ts'
import { registrationsQuery } from '../../api/prerequisite-queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'

/** Registers something in a subscription; the registrations are read again, whatever the outcome. */
export function useRegister(subscriptionId: string) {
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const { queryKey } = registrationsQuery(user, subscriptionId)
  return useMutation({
    mutationFn: (name: RegistrableName) => call(register, { subscriptionId, name }),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })
}
