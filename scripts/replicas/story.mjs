// What happens to the replicas, step by step, and the required results.
import { setTimeout as after } from 'node:timers/promises'
import { outcomeOf } from './outcome.mjs'
import { currentBuild, ownerOf } from './portals.mjs'
import { version } from './session.mjs'
import { perSecond, startSetting } from './setting.mjs'

/** @typedef {import('./setting.mjs').Setting} Setting */
/** @typedef {import('./portals.mjs').Build} Build */
/** @typedef {{ say: (text: string) => void, check: (what: string, holds: boolean) => void }} Teller */

/** More than Azure needs for a version. */
const replicationMs = 600_000

/** The request that creates the version in Azure. */
const put = { method: 'PUT', path: new RegExp(`/versions/${version.replaceAll('.', '\\.')}$`) }

/**
 * Runs it, prints what it sees, and counts what is true.
 * @param {Parameters<typeof startSetting>[0]} options
 */
export async function replicasStory(options) {
  const counts = { passed: 0, failed: 0 }
  const began = performance.now()
  /** @type {Teller} */
  const teller = {
    say: (text) => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`),
    check(what, holds) {
      counts[holds ? 'passed' : 'failed'] += 1
      console.log(`${holds ? 'passed' : 'FAILED'}    ${what}`)
    },
  }
  const setting = await startSetting(options)
  const { replicas, nginx, arrivals, load } = setting
  teller.say(`replicas at ${replicas.map(({ address }) => address).join(', ')}, nginx at ${nginx.url}, Redis`)
  await setting.session.begin()
  teller.say(
    `users ask ${perSecond} times a second, and Ada has a draft and an encryption run, at ${setting.earlier.version}`,
  )

  await upgrade(setting, teller)
  await killDuringCreation(setting, teller)
  const exchangesWithRedis = arrivals.exchanges()
  await takeRedisAway(setting, teller)
  await rollBack(setting, teller)
  await load.stop()
  await signOut(setting, teller)
  const { checks, figures } = outcomeOf(setting, { put, exchangesWithRedis })
  for (const [what, holds] of Object.entries(checks)) teller.check(what, holds)
  console.log(`\n${figures}\n`)
  return counts
}

/** Each is replaced by the new version, while Ada clicks from the galleries to a valid plan. */
async function upgrade(/** @type {Setting} */ setting, /** @type {Teller} */ teller) {
  let isDone = false
  const upgraded = replaceEach(setting, teller, currentBuild).then(() => (isDone = true))
  const [rounds] = await Promise.all([setting.session.clickThrough(() => isDone), upgraded])
  teller.say(`Ada has filled in the wizard ${rounds} times meanwhile`)
  await findAllAt(setting, teller, currentBuild)
}

/** Back to the earlier version. */
async function rollBack(/** @type {Setting} */ setting, /** @type {Teller} */ teller) {
  await replaceEach(setting, teller, setting.earlier)
  await setting.session.reload()
  await findAllAt(setting, teller, setting.earlier)
}

/** One after the other. */
async function replaceEach(
  /** @type {Setting} */ { replicas },
  /** @type {Teller} */ { say, check },
  /** @type {Build} */ build,
) {
  /** @type {unknown[]} */
  const codes = []
  for (const replica of replicas) {
    codes.push(await replica.end('SIGTERM'))
    await replica.startAgain(build)
    say(`${replica.address} is at ${build.version}`)
  }
  check('each replica ended with 0 when it was told to', codes.join() === '0,0,0')
}

async function findAllAt(
  /** @type {Setting} */ { session },
  /** @type {Teller} */ { say },
  /** @type {Build} */ { version: expected },
) {
  await session.findAllAt(expected)
  say(`Ada's open pages have come to ${expected}, with her draft and her run`)
}

/** Azure has accepted the version; the replica that sent it is killed before it gets the response. */
async function killDuringCreation(/** @type {Setting} */ setting, /** @type {Teller} */ { say, check }) {
  const { azure, arrivals, replicas, session } = setting
  await allInUse(setting)
  const held = azure.faults.holdAnswer(put)
  const created = session.create()
  await Promise.race([held.arrived, created])
  const owner = ownerOf(
    arrivals.portOf(put),
    replicas.map((replica) => replica.pid()),
  )
  const victim = replicas.find((replica) => replica.pid() === owner)
  check('the replica that sent the version is known', victim !== undefined)
  await victim?.end('SIGKILL')
  held.release()
  say(`${victim?.address} was killed in the middle of the creation`)
  await created
  say("Ada's page has come to the version by itself")
  await victim?.startAgain()
}

/** nginx has noticed that each replica is back: it has answered since. */
async function allInUse(/** @type {Setting} */ { replicas, nginx }) {
  const already = nginx.answered().length
  const isInUse = (/** @type {string} */ address) =>
    nginx.answered().some(({ upstreams }, index) => index >= already && upstreams.includes(address))
  while (!replicas.every(({ address }) => isInUse(address))) await after(200)
}

/** It stops and starts while Ada watches the version and all users continue. */
async function takeRedisAway(/** @type {Setting} */ setting, /** @type {Teller} */ { say, check }) {
  const { azure, redis, replicas, load, session } = setting
  const watched = Promise.all([session.watch(), session.watchRun()])
  /** Resolves once each has reported it once more than now. */
  const allTell = async (/** @type {string} */ event) => {
    const now = replicas.map((replica) => replica.told(event))
    while (replicas.some((replica, index) => replica.told(event) <= (now[index] ?? 0))) await after(100)
  }
  // A slow one must be back first, or it would have nothing to report.
  while (replicas.some((replica) => replica.lacksRedis())) await after(100)
  const [away, back] = [allTell('redis-away'), allTell('redis-back')]
  await redis.kill()
  await away
  say('Redis was killed, and each replica says so')
  await load.more(5 * perSecond)
  const ready = await Promise.all(replicas.map((replica) => replica.isReady()))
  check('each replica is ready without Redis', ready.every(Boolean))
  await redis.start()
  await back
  say('Redis is back, and each replica says so')
  await load.more(2 * perSecond)
  azure.clock.advance(replicationMs)
  await watched
  say('Ada sees the version in both regions, and that of her run, with the sets she asked for')
}

/** At one replica, whichever it is. */
async function signOut(/** @type {Setting} */ { nginx, replicas, tokens }, /** @type {Teller} */ { check }) {
  const headers = { authorization: `Bearer ${tokens[0]}`, 'content-type': 'application/json', origin: nginx.url }
  const haveRedis = () => replicas.every((replica) => !replica.lacksRedis())
  const losses = () => replicas.reduce((sum, replica) => sum + replica.told('redis-away'), 0)
  while (!haveRedis()) await after(100)
  await fetch(`${nginx.url}/api/session`, { method: 'DELETE', headers, body: '{}' })
  const isRefused = async () => {
    const answers = await Promise.all(replicas.map(({ url }) => fetch(`${url}/api/subscriptions`, { headers })))
    return answers.every(({ status }) => status === 401)
  }
  // A replica that Redis keeps waiting, as on a busy machine, knows only its own sign-outs for five seconds.
  for (;;) {
    const [known, before] = [haveRedis(), losses()]
    const refused = await isRefused()
    if (refused || (known && losses() === before)) {
      check('a token whose user has signed out is refused by every replica', refused)
      return
    }
    await after(100)
  }
}
