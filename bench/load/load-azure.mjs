import { runningSimulator } from '../../apps/bff/src/demo.ts'
import { signInByHttp } from '../../apps/bff/src/testing.ts'
// A simulator for load, without throttling: sends its parent its address and tokens of ten users with Ada's roles,
// because one user has only a share of the portal's places, and on any message new tokens and the number of requests so
// far. SETS: this many more disk encryption sets in its world; CREATING: this many more versions being created. FAULTS:
// this many responses a second become a 503.
import { contoso, startAzureSimulator } from '../../packages/azure-simulator/src/index.ts'
import { tellParent } from '../forked.mjs'

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
const [ada] = world.users
const colleagues = Array.from({ length: 9 }, (_, number) => ({
  ...ada,
  id: ada.id.replace(/.{4}$/, `ff0${number}`),
  userPrincipalName: `colleague-${number}@contoso.example`,
}))
const rolesOfAda = world.roleAssignments.filter(({ principalId }) => principalId === ada.id)
world.users.push(...colleagues)
world.roleAssignments.push(...colleagues.flatMap(({ id }) => rolesOfAda.map((role) => ({ ...role, principalId: id }))))
const azure = await startAzureSimulator({ world, throttling: 'off' })

const faultsPerSecond = Number(process.env.FAULTS)
if (faultsPerSecond > 0)
  setInterval(
    () => azure.faults.answer({ method: 'GET', path: /^\/subscriptions/ }, { status: 503, body: {} }),
    1000 / faultsPerSecond,
  )

const tokens = () =>
  Promise.all([ada, ...colleagues].map(({ userPrincipalName }) => signInByHttp(azure, userPrincipalName)))
tellParent({ simulator: runningSimulator(azure), tokens: await tokens() }, async () => ({
  requests: azure.requests.length,
  tokens: await tokens(),
}))
