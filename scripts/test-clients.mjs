// npm run test:clients: Azure's real clients, each against a simulator that they use as Azure. Prints each flow's
// outcome, what is out of scope and why, and "N passed, N failed"; exits with 1 if one failed. A client that isn't
// available is named and skipped: nothing else in the project needs it.
//   python, javascript or ansible: that client only
import { ansibleFlows } from './clients/ansible.mjs'
import { installDebianClients } from './clients/debian-clients.mjs'
import { outOfScope } from './clients/out-of-scope.mjs'
import { flowsOf } from './clients/script-flows.mjs'
import { startClientSession } from './clients/session.mjs'
import { endWith, sumOf } from './test/outcome.mjs'

const asked = process.argv.slice(2)
const isAsked = (/** @type {string} */ name) => asked.length === 0 || asked.includes(name)
const have = installDebianClients(isAsked)

const session = await startClientSession()
const outcomes = []
try {
  const runs = [
    ...(isAsked('javascript') ? [flowsOf(session, process.execPath, 'javascript-client.mjs')] : []),
    ...(have.python ? [flowsOf(session, '/usr/bin/python3', 'python_client.py')] : []),
    ...(have.ansible ? [ansibleFlows(session)] : []),
  ]
  outcomes.push(...(await Promise.all(runs)))
  if (session.strangers.size > 0) {
    console.log(`FAILED  clients asked for hosts that the simulator is not: ${[...session.strangers].join(', ')}`)
    outcomes.push({ passed: 0, failed: 1 })
  }
} finally {
  await session.close()
}
for (const { client, what, why } of outOfScope) console.log(`out of scope  ${client}: ${what} (${why})`)
endWith(sumOf(outcomes))
