// The portal for load, on the simulator that SIMULATOR describes, without rate limits. Sends its parent its address,
// and on any message its figures.
import { startDemo } from '../../apps/bff/src/demo.ts'
import { noLimits } from '../../apps/bff/src/testing/portal.ts'
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
