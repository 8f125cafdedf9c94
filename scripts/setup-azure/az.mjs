// The Azure CLI, as who it is signed in as.
import { execFile } from 'node:child_process'

/**
 * How az ended, and its output.
 * @typedef {{ ok: boolean, stdout: string, stderr: string }} Ended
 * @typedef {(args: string[], input?: string) => Promise<Ended>} Az
 */

/** A refusal by az or Microsoft Graph; the message says what to do, if that is known. */
export class AzRefusal extends Error {
  /**
   * @param {string} what was tried, or what is missing
   * @param {string} why az's own words, or what to do
   */
  constructor(what, why) {
    super([`${what}: ${why.trim()}`, ...adviceOn(why)].join('\n'))
    this.name = 'AzRefusal'
  }
}

/** @type {Az} */
export function az(args, input = '') {
  // What the user has set for az must not change what we read.
  const env = { ...process.env, AZURE_CORE_ONLY_SHOW_ERRORS: 'true', AZURE_CORE_COLLECT_TELEMETRY: 'false' }
  return new Promise((resolve) => {
    const child = execFile('az', args, { env, timeout: 120_000, maxBuffer: 20_000_000 }, (error, stdout, stderr) =>
      resolve({ ok: error === null, stdout, stderr: stderr || (error?.message ?? '') }),
    )
    // If nothing reads it (az is not installed), it is closed.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}

/**
 * The JSON that az answers.
 * @param {Az} run
 * @param {string[]} args
 * @returns {Promise<any>}
 * @throws {AzRefusal}
 */
export async function azJson(run, args) {
  const { ok, stdout, stderr } = await run([...args, '--output', 'json'])
  if (!ok) throw new AzRefusal(`az ${args.slice(0, 2).join(' ')}`, stderr)
  return JSON.parse(stdout)
}

/** Whether Microsoft Graph says that the object does not exist (yet). */
export function isNotFound(/** @type {string} */ stderr) {
  return /Request_ResourceNotFound|Directory_ObjectNotFound|NoBackingApplicationObject/.test(stderr)
}

function adviceOn(/** @type {string} */ stderr) {
  if (/ENOENT/.test(stderr)) return ['Install the Azure CLI: https://learn.microsoft.com/cli/azure/install-azure-cli']
  if (/az login/.test(stderr)) return ['First sign in to the tenant of the portal: az login --tenant …']
  if (/Authorization_RequestDenied/.test(stderr))
    return ['You need the role Application Administrator or Cloud Application Administrator in Microsoft Entra ID.']
  if (isNotFound(stderr))
    return [
      'New objects can take a minute to appear in Microsoft Entra ID. Run this command again; it continues where it stopped.',
    ]
  return []
}
