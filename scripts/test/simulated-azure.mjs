// A simulated Azure for programs outside this process: az, Azure's SDKs, an installed portal.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storedCertificate, startAzureSimulator } from '@portal/azure-simulator'

/** @typedef {{ ok: boolean, stdout: string, stderr: string }} Ended how a command ended, and its output */

/**
 * Starts it by https, with a certificate of its own and a folder for files.
 * @param {Parameters<typeof startAzureSimulator>[0] & { hosts?: string[] }} [options] hosts: names that the certificate
 *   has besides localhost
 */
export async function startSimulatedAzure({ hosts = [], ...options } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'simulated-azure-'))
  const { cert, key, certFile } = await storedCertificate(folder, Date.now(), hosts)
  const simulator = await startAzureSimulator({ ...options, tls: { cert, key } })
  const program = simulator.world.servicePrincipals.find(({ displayName }) => displayName === 'contoso-command-line')
  if (program === undefined) throw new Error('Contoso has no program for command lines')
  const { portal, api } = simulator.applications
  return {
    simulator,
    folder,
    /** PEM of the certificate and of its key, and the file of the certificate, for clients to trust */
    cert,
    key,
    certFile,
    /** the service principal that clients sign in as */
    program,
    /** the variables of a portal that is installed on this Azure, but for its own address */
    portalVariables: {
      AZURE_CLOUD: simulator.url,
      AZURE_TENANT_IDS: simulator.tenantId,
      PORTAL_CLIENT_ID: portal.clientId,
      API_CLIENT_ID: api.clientId,
      API_CLIENT_SECRET: api.clientSecret,
    },
    async close() {
      await simulator.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Runs a program until it ends.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, input?: string, minutes?: number }} options minutes: after which it is killed
 * @returns {Promise<Ended>}
 */
export function ended(command, args, { env, input = '', minutes = 10 }) {
  return new Promise((resolve) => {
    const limits = { timeout: minutes * 60_000, maxBuffer: 64 * 1024 * 1024 }
    const child = execFile(command, args, { env, ...limits }, (error, stdout, stderr) =>
      resolve({ ok: error === null, stdout, stderr }),
    )
    // A program can end without reading its input.
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}
