import { register, type RegistrableName } from '@portal/portal-api'
import { call } from '../../../api/portal-client.ts'
import { useWrite } from '../../../api/use-write.ts'

/** Registers something in a subscription; the registrations are read again, whatever the outcome. */
export function useRegister(subscriptionId: string) {
  return useWrite('register', { send: (name: RegistrableName) => call(register, { subscriptionId, name }) })
}
