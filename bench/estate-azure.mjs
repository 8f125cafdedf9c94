// The largest estate that the portal is designed for, as Azure is: not in the portal's process.
import { runningSimulator } from '../apps/bff/src/demo.ts'
import { contosoEstate, manualClock, startAzureSimulator } from '../packages/azure-simulator/src/index.ts'
import { tellParent } from './forked.mjs'

const clock = manualClock('2026-11-24T09:00:00Z')
const azure = await startAzureSimulator({ clock, world: contosoEstate(), throttling: 'off' })
tellParent(runningSimulator(azure))
