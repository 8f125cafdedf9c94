// The real Azure CLI as a client of its own simulator, over https, with its own configuration folder.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '@portal/azure-simulator'
import { ended, startSimulatedAzure } from '../test/simulated-azure.mjs'
import { sharedAz } from './shared-az.mjs'

/** Times as fast as the machine's: Azure's seven minutes for a version are less than half a second. */
const rate = 1000

/**
 * Starts a simulator whose clock runs fast, and an az for it, not signed in yet.
 * @param {import('@portal/azure-simulator').World[]} [partners] other tenants
 */
export async function startAzSession(partners = []) {
  // Azure sends no Retry-After with some responses, and az then sleeps for 30 s; its SDK takes parts of a second too.
  const azure = await startSimulatedAzure({ clock: systemClock({ rate }), retryAfter: 0.1, partners })
  const { simulator, folder, cert, certFile, program } = azure
  writeFileSync(join(folder, '.curlrc'), 'silent')
  const { installed, variables } = await sharedAz()
  const env = {
    ...process.env,
    ...variables,
    HTTPS_PROXY: '',
    https_proxy: '',
    NO_PROXY: '*',
    CURL_HOME: folder,
    AZURE_CONFIG_DIR: join(folder, 'azure'),
    REQUESTS_CA_BUNDLE: certFile,
    CURL_CA_BUNDLE: certFile,
    AZURE_CORE_INSTANCE_DISCOVERY: 'false',
    AZURE_CORE_COLLECT_TELEMETRY: 'false',
    AZURE_CORE_LOGIN_EXPERIENCE_V2: 'off',
    AZURE_CORE_OUTPUT: 'json',
    AZURE_CORE_ONLY_SHOW_ERRORS: 'true',
    PYTHONWARNINGS: 'ignore',
  }
  return {
    simulator,
    cloud: cloudAt(simulator.url),
    /** PEM of the simulator's certificate */
    cert,
    /** for files, deleted when the session closes */
    folder,
    /** the program that az signs in as */
    program,
    /** the commands with which az signs in to the simulator, in this order */
    signIn: [
      `cloud register --name ${cloudAt(simulator.url).name} --endpoint-resource-manager ${simulator.url}`,
      `cloud set --name ${cloudAt(simulator.url).name}`,
      `login --service-principal --tenant ${simulator.tenantId} -u ${program.clientId} -p ${program.clientSecret}`,
    ],
    /** Runs one command; a sign-in as users start az, so that this is tested too. */
    az: (/** @type {string[]} */ args, input = '') =>
      ended(args[0] === 'login' ? installed : 'az', args, { env, input, minutes: 2 }),
    /** Runs the text of a script, as `bash` runs a given one. */
    bash: (/** @type {string} */ script, { args = /** @type {string[]} */ ([]), minutes = 2 } = {}) =>
      ended('bash', ['-c', script, 'script', ...args], { env, minutes }),
    close: azure.close,
  }
}

/** This Azure in the portal's exported code. */
function cloudAt(/** @type {string} */ url) {
  return {
    name: 'Simulator',
    loginEndpoint: url,
    resourceManager: url,
    audience: 'https://management.azure.com/',
    portal: url,
    suffixes: { keyVaultDns: 'vault.azure.net', storage: 'core.windows.net' },
  }
}
