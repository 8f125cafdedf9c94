import { runningSimulator } from '../../apps/bff/src/demo.ts'
import { signInByHttp } from '../../apps/bff/src/testing/portal.ts'
// A simulator for load, without throttling: sends its parent its address and tokens of ten users with Ada's roles,
// because one user has only a share of the portal's places, and on any message new tokens and the number of requests so
// far. SETS: this many more disk encryption sets in its world; CREATING: this many more versions being created.
import { contoso, startAzureSimulator } from '../../packages/azure-simulator/src/index.ts'
import { tellParent } from '../forked.mjs'
import { withColleagues } from './colleagues.mjs'

const world = contoso()
const moreOf = (type, count, change) => {
  const [first] = world.resources.filter((resource) => resource.type === type)
  for (let number = 0; number < Number(count); number += 1) world.resources.push(change(first, number))
}
moreOf('Microsoft.Compute/diskEncryptionSets', process.env.SETS, (set, number) => ({
  ...set,
  id: `${set.id}-${number}`,
  name: `${set.name}-${number}`,
}))
moreOf('Microsoft.Compute/galleries/images/versions', process.env.CREATING, (version, number) => ({
  ...version,
  id: version.id.replace(/[^/]+$/, `9.0.${number}`),
  name: `9.0.${number}`,
  change: { state: 'Creating', startedAt: Date.now(), endsAt: Date.now() + 3_600_000 },
}))
const names = withColleagues(world, 10)
const azure = await startAzureSimulator({ world, throttling: 'off' })

const tokens = () => Promise.all(names.map((name) => signInByHttp(azure, name)))
tellParent({ simulator: runningSimulator(azure), tokens: await tokens() }, async () => ({
  requests: azure.requests.length,
  tokens: await tokens(),
}))
