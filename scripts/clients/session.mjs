// A simulator over its own https that clients use as public Azure: its certificate has the names of Azure's hosts, and
// the clients' proxy leads there. No client is changed, and none reaches the network.
import { systemClock } from '@portal/azure-simulator'
import { ended, startSimulatedAzure } from '../test/simulated-azure.mjs'
import { startCloudProxy } from './cloud-proxy.mjs'

/** Azure's hosts that the simulator is: https://learn.microsoft.com/azure/azure-portal/azure-portal-safelist-urls */
const hosts = ['management.azure.com', 'login.microsoftonline.com', '*.vault.azure.net']

/** Starts both, with Azure's clock 600 times as fast: a replication of seven minutes takes less than a second. */
export async function startClientSession() {
  // If Azure sends no polling interval, the clients sleep for up to 30 s.
  const azure = await startSimulatedAzure({ clock: systemClock({ rate: 600 }), retryAfter: 1, hosts })
  const { simulator, folder, certFile, program } = azure
  const proxy = await startCloudProxy(hosts, Number(new URL(simulator.url).port))
  const env = {
    ...process.env,
    HTTPS_PROXY: proxy.url,
    https_proxy: proxy.url,
    NO_PROXY: 'localhost',
    no_proxy: 'localhost',
    REQUESTS_CA_BUNDLE: certFile,
    NODE_EXTRA_CA_CERTS: certFile,
    PYTHONWARNINGS: 'ignore',
    PYTHONDONTWRITEBYTECODE: '1',
    SIMULATOR_URL: simulator.url,
    AZURE_TENANT_ID: simulator.tenantId,
    AZURE_CLIENT_ID: program.clientId,
    AZURE_CLIENT_SECRET: program.clientSecret,
    AZURE_SUBSCRIPTION_ID: simulator.world.subscriptions[0]?.subscriptionId ?? '',
    PROGRAM_OBJECT_ID: program.id,
  }
  return {
    folder,
    tenantId: simulator.tenantId,
    secret: program.clientSecret,
    /**
     * Runs a client's program until it ends.
     * @param {string} command
     * @param {string[]} args
     * @param {Record<string, string>} [more] its own environment variables
     */
    run: (command, args, more = {}) => ended(command, args, { env: { ...env, ...more } }),
    /** hosts that a client requested and that are not the simulator's */
    strangers: proxy.strangers,
    async close() {
      proxy.close()
      await azure.close()
    },
  }
}
