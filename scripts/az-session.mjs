// The real Azure CLI as a client of a simulator of its own, over https, with a configuration folder of its own.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keptCertificate, startAzureSimulator, systemClock } from '@portal/azure-simulator'

/**
 * Starts a simulator whose clock runs `rate` times as fast as the machine's, and az beside it, not yet logged in.
 * @param {{ rate: number }} options
 */
export async function startAzSession({ rate }) {
  const folder = mkdtempSync(join(tmpdir(), 'az-session-'))
  const { cert, key, certFile } = await keptCertificate(folder)
  // Azure says nothing on some answers, and az then sleeps for 30 s.
  const simulator = await startAzureSimulator({ clock: systemClock({ rate }), retryAfter: 1, tls: { cert, key } })
  const env = {
    ...process.env,
    HTTPS_PROXY: '',
    https_proxy: '',
    NO_PROXY: '*',
    AZURE_CONFIG_DIR: join(folder, 'azure'),
    REQUESTS_CA_BUNDLE: certFile,
    AZURE_CORE_INSTANCE_DISCOVERY: 'false',
    AZURE_CORE_COLLECT_TELEMETRY: 'false',
    AZURE_CORE_LOGIN_EXPERIENCE_V2: 'off',
    AZURE_CORE_OUTPUT: 'json',
    AZURE_CORE_ONLY_SHOW_ERRORS: 'true',
    PYTHONWARNINGS: 'ignore',
  }
  return {
    simulator,
    /**
     * @param {string[]} args
     * @returns {Promise<{ ok: boolean, stdout: string, stderr: string }>}
     */
    az: (args) =>
      new Promise((resolve) => {
        const child = execFile('az', args, { env, timeout: 120_000 }, (error, stdout, stderr) =>
          resolve({ ok: error === null, stdout, stderr }),
        )
        child.stdin?.end()
      }),
    async close() {
      await simulator.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
