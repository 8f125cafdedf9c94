// The portal on a simulator in one process, for load: no throttling, no limits of how often somebody may ask. Tells its
// parent where it is, and on any message how it is. SETS: so many more disk encryption sets are in the world. FAULTS: so
// many answers of Azure a second become a 503.
import { readdirSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { contoso, startAzureSimulator } from '../packages/azure-simulator/src/index.ts'
import { startDemo } from '../apps/bff/src/demo.ts'
import { noLimits, signInByHttp } from '../apps/bff/src/testing.ts'

const world = contoso()
const set = world.resources.find(({ type }) => type === 'Microsoft.Compute/diskEncryptionSets')
for (let number = 0; number < Number(process.env.SETS); number += 1)
  world.resources.push({ ...set, id: `${set.id}-${number}`, name: `${set.name}-${number}` })
const azure = await startAzureSimulator({ world, throttling: 'off' })
const portal = await startDemo({
  port: 0,
  simulator: azure,
  logLevel: 'silent',
  webRoot: null,
  requestsPerSecond: noLimits,
})

const faultsPerSecond = Number(process.env.FAULTS)
if (faultsPerSecond > 0)
  setInterval(
    () => azure.faults.answer({ method: 'GET', path: /^\/subscriptions/ }, { status: 503, body: {} }),
    1000 / faultsPerSecond,
  )

const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()
process.on('message', () => {
  const figures = {
    rssMb: process.memoryUsage.rss() / 1e6,
    eventLoopP99Ms: delay.percentile(99) / 1e6,
    handles: readdirSync('/proc/self/fd').length,
  }
  delay.reset()
  process.send(figures)
})
process.on('disconnect', () => process.exit(0))
process.send({ url: portal.url, token: await signInByHttp(azure, 'ada@contoso.example') })
