// npm run setup:azure: registers the portal's two applications in Entra ID with az, or corrects what differs. Prints
// the commands; with --run, runs them; with --what-if, shows the calls of Microsoft Graph. Output for other programs
// goes to standard output (the commands, the calls, the variables of the portal), messages to standard error.
import { setTimeout as after } from 'node:timers/promises'
import { ArgumentFaults, readArguments, usage } from './setup-azure/arguments.mjs'
import { bashText, runCalls } from './setup-azure/az-commands.mjs'
import { az, AzRefusal } from './setup-azure/az.mjs'
import { portalVariables } from './setup-azure/portal-variables.mjs'
import { presentRegistration } from './setup-azure/present-registration.mjs'
import { registrationCalls } from './setup-azure/registration-calls.mjs'
import { whatIfText } from './setup-azure/what-if.mjs'

/** @typedef {import('./setup-azure/present-registration.mjs').Present} Present */
/** @typedef {import('./setup-azure/registration-calls.mjs').GraphCall} GraphCall */

const said = (/** @type {string} */ text) => console.error(text)

async function main(/** @type {string[]} */ argv) {
  if (argv.includes('--help')) return console.log(usage)
  const settings = readArguments(argv)
  const present = await presentRegistration(settings, az)
  const { azure } = present
  said(`${azure.cloud}, tenant ${azure.tenantId}, Microsoft Graph at ${azure.graph}`)
  const calls = registrationCalls(settings, present)
  if (calls.length === 0) said('Nothing to change. The applications are already set up for the portal.')
  const variables = (/** @type {Record<string, string>} */ made) =>
    portalVariables(settings, present, {
      apiClientId: present.api?.appId ?? made['API_CLIENT_ID'] ?? '$API_CLIENT_ID',
      portalClientId: present.portal?.appId ?? made['PORTAL_CLIENT_ID'] ?? '$PORTAL_CLIENT_ID',
    }).join('\n')

  if (settings.mode === 'what-if') {
    for (const call of calls) console.log(whatIfText(call, azure.graph))
    return said(`Planned calls: ${calls.length}. Nothing was changed.`)
  }
  if (settings.mode === 'print') {
    console.log(
      ['set -euo pipefail', `GRAPH=${azure.graph}`, '', ...calls.map((call) => `${bashText(call)}\n`)].join('\n'),
    )
    if (!settings.inOtherTenant)
      console.log(`# Variables to start the portal with\ncat <<VARIABLES\n${variables({})}\nVARIABLES`)
    return said('Nothing was run. Add --run, or run this script in bash.')
  }
  const made = await runCalls(calls, { az, graph: azure.graph, say: said, wait: () => after(5000) })
  if (!settings.consent)
    said("Consent wasn't granted (--consent), so users are asked for consent at their first sign-in.")
  if (!settings.inOtherTenant) console.log(variables(made))
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof ArgumentFaults || error instanceof AzRefusal)) throw error
  said(error.message)
  if (error instanceof ArgumentFaults) said('For help, run npm run --silent setup:azure -- --help.')
  process.exitCode = 1
}
