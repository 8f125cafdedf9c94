import { startDemo } from '../../apps/bff/src/demo.ts'
import { noLimits, signInByHttp } from '../../apps/bff/src/testing/portal.ts'
// The demo for load, the portal and its simulated Azure in one process: a browser's own tenant for each of VISITORS,
// who has signed in there. Sends its parent its address and the tokens, and on any message its figures.
import { startAzureSimulator } from '../../packages/azure-simulator/src/index.ts'
import { tellParent } from '../forked.mjs'
import { processFigures } from './process-figures.mjs'

const azure = await startAzureSimulator({ sandboxes: {} })
const { url } = await startDemo({
  port: 0,
  simulator: azure,
  logLevel: 'silent',
  webRoot: null,
  requestsPerSecond: noLimits,
})
const tokens = []
for (let visitor = 0; visitor < Number(process.env.VISITORS); visitor += 1) {
  const { tenantId } = azure.sandboxes.start(`10.0.0.${visitor}`)
  tokens.push(await signInByHttp({ ...azure, tenantId }, 'ada@contoso.example'))
}
tellParent({ url, tokens }, processFigures())
