import type { AzureSimulator } from '@portal/azure-simulator'
import { callerVerifier } from '../auth/caller.ts'
import { entraExchange } from '../auth/entra-exchange.ts'
import { onBehalfOf } from '../auth/on-behalf-of.ts'
import type { Registration } from '../auth/registration.ts'
import { armHttpClient } from '../azure/arm/arm-http-client.ts'
import { azureClients, type AzureSession } from '../azure/arm/clients.ts'
import { demoCloud } from '../demo/demo-cloud.ts'
import { azureServices } from '../outages/azure-services.ts'
import { createLogger } from '../telemetry/log.ts'
import { signInByHttp } from './portal.ts'

/**
 * Azure for one user of the simulator through the BFF, without the BFF's routes; disposing of it closes the
 * connections.
 */
export interface TestAzureSession extends AzureSession, AsyncDisposable {}

/** Signs the user in, over HTTP, and creates Azure clients for them as the BFF does for each request. */
export async function testAzureSession(
  simulator: AzureSimulator,
  userPrincipalName: string,
): Promise<TestAzureSession> {
  const cloud = demoCloud(simulator.url)
  const { portal, api } = simulator.applications
  const registration: Registration = {
    tenantIds: [simulator.tenantId],
    portalClientId: portal.clientId,
    api: {
      clientId: api.clientId,
      scope: api.scope,
      credential: { type: 'secret', clientSecret: api.clientSecret },
    },
  }
  const token = await signInByHttp(simulator, userPrincipalName)
  const caller = await callerVerifier({ signIn: cloud.signIn, registration }).callerOf(`Bearer ${token}`)
  const exchange = entraExchange(cloud, registration, Date.now)
  const tokens = onBehalfOf({ exchange, scope: cloud.resourceManagerScope })
  const http = armHttpClient(cloud.resourceManager)
  const azure = azureClients({ cloud, tokens, http, services: azureServices({ logger: createLogger('silent') }) })({
    caller,
    correlationId: '0c0c0c0c-1111-4222-8333-444444444444',
    onCall: () => undefined,
  })
  return { azure, caller, [Symbol.asyncDispose]: () => http.close() }
}
