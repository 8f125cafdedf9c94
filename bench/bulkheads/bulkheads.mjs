import { setTimeout as after } from 'node:timers/promises'
import { Pool } from 'undici'
import { percentile, steadyLoad } from '../load/steady-load.mjs'
import { benchRegistration, startedAt } from '../server-process.mjs'

const faults = [
  { how: 'hangs', users: 60 },
  { how: 'fails half the time', users: 60 },
  { how: 'is slow by 2 s', users: 60 },
  { how: 'hangs', users: 1 },
]
// until the visits with which each part begins are answered, or have taken the places of a service that hangs: 120
// answers at once would be measured in the one part, and not in the other
const settleMs = (how) => (how === 'is slow by 2 s' ? 2_500 : 500)
const pagesOfUser = 2
// between two visits: the server must not be busy with these alone
const pauseMs = () => 3_000 * (0.5 + Math.random())
const perSecond = { 1: 60, 60: 120 }

/**
 * Whether one service of Azure that misbehaves delays the pages that do not need it. Users with pages that need it ask
 * for them again and again, and others at a steady rate for the rest; in turn while the service is well, which is the
 * floor, and while it is not. Server, Azure and users are processes of their own.
 * @param {{ seconds?: number }} options duration of each part of a round
 * @returns {Promise<import('../table.mjs').Measure[]>}
 */
export async function bulkheads({ seconds = 2.4 } = {}) {
  const REGISTRATION = JSON.stringify(benchRegistration)
  const azure = await startedAt('bench/stub-azure.mjs', '/bench', { REGISTRATION })
  const portal = await startedAt('bench/bff-server.mjs', '/readyz', { REGISTRATION, UPSTREAM: azure.origin })
  try {
    const { definition, vault } = await (await fetch(`${azure.origin}/bench`)).json()
    const pages = {
      ResourceGraph: '/api/estate/overview',
      KeyVault: `/api/keys?vaultId=${encodeURIComponent(vault)}`,
      Compute: `/api/image-versions?imageDefinitionId=${encodeURIComponent(definition)}`,
      ResourceManager: '/api/subscriptions',
    }
    const run = { azure: azure.origin, portal: portal.origin, pages, seconds }
    const tokens = await Promise.all(Array.from({ length: 60 }, (_, number) => tokenOf(run, `user-${number}`)))
    // Before anything is measured, all code is compiled and every user has a token for Azure.
    await steadyLoad({ origin: portal.origin, tokens, perSecond: 60, seconds: 4, pathOf: pageOfTurn(pages, '') })
    for (const { how } of faults.slice(0, 3)) await compared(run, { service: 'KeyVault', how, users: 60, tokens }, 1)
    const measures = []
    let failed = 0
    for (const service of [...Object.keys(pages), 'EntraId'])
      for (const fault of faults) {
        const { quiet, ill } = await compared(run, { service, ...fault, tokens: tokens.slice(0, fault.users) })
        failed += [...quiet, ...ill].flat().filter(({ status }) => status !== 200).length
        measures.push({
          name: `bulkheads: ${service} ${fault.how}, ${fault.users} ${fault.users === 1 ? 'user' : 'users'}: p99 of other pages`,
          unit: 'ms',
          floor: median(quiet.map(p99)),
          ours: median(ill.map(p99)),
          goal: { ratio: 1.5 },
        })
      }
    return [...measures, { name: 'bulkheads: other pages with an error', unit: '', ours: failed, goal: { most: 0 } }]
  } finally {
    await portal.stop()
    await azure.stop()
  }
}

/**
 * The answers for the pages that do not need the service, while it is well and while it is ill: a list for each round,
 * since a pause of the garbage collector or another task of the machine is the p99 of the round that it falls into.
 */
async function compared(run, { service, how, users, tokens }, rounds = 5) {
  const answers = { quiet: [], ill: [] }
  const load = { origin: run.portal, tokens, perSecond: perSecond[users], seconds: run.seconds }
  const visits = visitsOf(run, { service, tokens })
  for (let round = 0; round < rounds; round += 1) {
    for (const [part, behaviour] of [
      ['quiet', 'is well'],
      ['ill', how],
    ]) {
      await behave(run, service, behaviour)
      visits.allNow()
      await after(settleMs(how))
      answers[part].push(await steadyLoad({ ...load, pathOf: pageOfTurn(run.pages, service) }))
    }
  }
  await behave(run, service, 'is well')
  await visits.end()
  return answers
}

/** Users who ask for a page that needs the service, all of them now and then, and each again after a pause. */
function visitsOf({ azure, portal, pages }, { service, tokens }) {
  const pool = new Pool(portal, { connections: 200 })
  const ended = new AbortController()
  let all = Promise.withResolvers()
  const visit = async (user) => {
    for (let visits = 0; !ended.signal.aborted; visits += 1) {
      // Microsoft Entra ID is needed by whoever has no token for Azure yet: each time another user.
      const token =
        service === 'EntraId' ? await tokenOf({ azure }, `${user}-${visits}-${Math.random()}`) : tokens[user]
      const headers = { authorization: `Bearer ${token}` }
      const { body } = await pool.request({ path: pages[service] ?? pages.ResourceManager, method: 'GET', headers })
      await body.dump()
      await Promise.race([after(pauseMs()), all.promise])
    }
  }
  const allNow = () => {
    all.resolve()
    all = Promise.withResolvers()
  }
  const pagesOfEach = service === 'EntraId' ? 1 : pagesOfUser
  const visitors = tokens.flatMap((_, user) => Array.from({ length: pagesOfEach }, () => visit(user)))
  return {
    allNow,
    async end() {
      ended.abort()
      allNow()
      await Promise.all(visitors)
      await pool.close()
    },
  }
}

function pageOfTurn(pages, service) {
  const others = Object.entries(pages).flatMap(([name, path]) => (name === service ? [] : [path]))
  return (index) => others[index % others.length]
}

const median = (values) => percentile(values, 0.5)

const p99 = (answers) =>
  percentile(
    answers.map(({ ms }) => ms),
    0.99,
  )

async function tokenOf({ azure }, oid) {
  return (await fetch(`${azure}/bench/token?${new URLSearchParams({ oid })}`)).text()
}

async function behave({ azure }, service, how) {
  await fetch(`${azure}/bench/behaviour?${new URLSearchParams({ service, how })}`)
}
