// The portal for load, on the simulator that SIMULATOR describes, without limits of how often somebody may ask. Tells
// its parent where it is, and on any message how it is.
import { startDemo } from '../../apps/bff/src/demo.ts'
import { noLimits } from '../../apps/bff/src/testing.ts'
import { tellParent } from '../forked.mjs'
import { processFigures } from './process-figures.mjs'

const { url } = await startDemo({
  port: 0,
  simulator: JSON.parse(process.env.SIMULATOR),
  logLevel: 'silent',
  webRoot: null,
  requestsPerSecond: noLimits,
})
tellParent({ url }, processFigures())
