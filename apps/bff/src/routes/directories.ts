import { listDirectories as endpoint } from '@portal/portal-api'
import { servesTenant, type Registration } from '../auth/registration.ts'
import { listDirectories } from '../azure/subscriptions/directories.ts'
import { route } from './route.ts'

export function directoryRoutes(registration: Registration) {
  return [
    route(endpoint, async (_, { azure }) =>
      (await listDirectories(azure)).filter(({ tenantId }) => servesTenant(registration, tenantId)),
    ),
  ]
}
