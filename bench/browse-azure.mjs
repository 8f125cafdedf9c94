// The Azure that browse.mjs lists, as Azure is: not in the portal's process. VERSIONS: so many more image versions are
// in it.
import { runningSimulator } from '../apps/bff/src/demo.ts'
import { addVersions } from '../e2e/support/browse-world.ts'
import { manualClock, startAzureSimulator } from '../packages/azure-simulator/src/index.ts'
import { tellParent } from './forked.mjs'

const azure = await startAzureSimulator({ clock: manualClock('2026-11-24T09:00:00Z'), throttling: 'off' })
addVersions(azure, Number(process.env.VERSIONS))
tellParent({ ...runningSimulator(azure), subscriptionId: azure.world.subscriptions[0].subscriptionId })
