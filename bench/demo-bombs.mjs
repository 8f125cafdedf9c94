// The demo as "npm start" runs it, while one visitor sends it what once blocked or ended it: every known kind, then
// GENERATED (1,000) random variations: cut, doubled and combined (SEED). Reports how long other visitors wait
// meanwhile, and how often the simulated Azure was ended and restored. Exits with 1 if one of them got no response, or
// the portal went away.
//   node bench/demo-bombs.mjs
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { signInByHttp } from '../apps/bff/src/testing/portal.ts'
import { contoso } from '../packages/azure-simulator/src/index.ts'
import { bombs } from '../packages/azure-simulator/src/testing/bombs/bombs.ts'

const generated = Number(process.env.GENERATED ?? 1000)
const seed = Number(process.env.SEED ?? 1)
const folder = mkdtempSync(join(tmpdir(), 'demo-bombs-'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Portal</title>')
const { child, url, ended } = await startDemonstration()
const { authentication } = await (await fetch(`${url}/api/configuration`)).json()
const metadata = JSON.parse(authentication.authorityMetadata)
const azureUrl = new URL(metadata.issuer.replace('{tenantid}', 'x')).origin
const { subscriptions, servicePrincipals } = contoso({ now: Date.now() })
const program = servicePrincipals.find(({ displayName }) => displayName === 'contoso-command-line')

const others = [await portalToken(), await portalToken(), await portalToken()]
const waits = []
let lost = 0
const meanwhile = { isOver: false }
const polling = others.map(async (token) => {
  while (!meanwhile.isOver) {
    const before = performance.now()
    const status = await statusOf(`${url}/api/demo`, { headers: { authorization: `Bearer ${token}` } })
    waits.push(performance.now() - before)
    if (status !== 200) lost += 1
    await pause(100)
  }
})
const probing = (async () => {
  while (!meanwhile.isOver) {
    if ((await statusOf(`${url}/readyz`)) !== 200) lost += 1
    await pause(100)
  }
})()

let attacker = await armToken()
const known = bombs.map((bomb) => [bomb.name, bomb, bomb.body()])
await sendAll('the known kinds', known)
await sendAll(`${generated} generated`, mutations(known, generated))
meanwhile.isOver = true
await Promise.all([...polling, probing])
child.kill('SIGINT')
await once(child, 'exit')
rmSync(folder, { recursive: true })
process.exitCode = lost === 0 ? 0 : 1

async function sendAll(title, all) {
  waits.length = 0
  const endedBefore = ended.count
  lost = 0
  for (const [name, bomb, body] of all) {
    const endings = ended.count
    const before = performance.now()
    const status = await statusOf(azureUrl + bomb.path(subscriptions[0].subscriptionId), {
      method: bomb.method,
      body,
      headers: { authorization: `Bearer ${attacker}`, 'content-type': 'application/json' },
    })
    if (ended.count > endings) {
      console.log(`ended at "${name}" after ${Math.round(performance.now() - before)} ms, status ${status}`)
      attacker = await armToken()
    }
  }
  const sorted = waits.toSorted((a, b) => a - b)
  const at = (part) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
  console.log(
    `${title}: ${sorted.length} requests of other visitors: median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms, ${lost} without an answer; ended and restored ${ended.count - endedBefore} times`,
  )
}

/** Bodies of the known kinds, cut, doubled and combined. */
function mutations(known, count) {
  let state = seed
  const below = (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * end)
  }
  return Array.from({ length: count }, (_, index) => {
    const [name, bomb, body] = known[below(known.length)]
    const other = known[below(known.length)][2]
    const [from, to] = [below(body.length), below(body.length)].toSorted((a, b) => a - b)
    const changed = [
      () => body.slice(0, to),
      () => body.slice(0, from) + body.slice(from, to) + body.slice(from),
      () => body.slice(0, from) + other.slice(below(other.length)),
      () => body.slice(0, from) + body.slice(to),
    ][below(4)]()
    return [`${index} of ${name}`, bomb, changed.slice(0, 4_000_000)]
  })
}

async function startDemonstration() {
  const ended = { count: 0 }
  const entry = fileURLToPath(new URL('../apps/bff/src/demo.ts', import.meta.url))
  const env = { PORT: '0', SIMULATOR_PORT: '0', WEB_ROOT: folder, PATH: process.env.PATH }
  const child = spawn(process.execPath, [entry], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stderr.on('data', (chunk) => (ended.count += chunk.toString().split('is being started again').length - 1))
  for await (const chunk of child.stdout) {
    const url = /ready: (\S+)/.exec(chunk.toString())?.[1]
    if (url !== undefined) {
      child.stdout.resume()
      return { child, url, ended }
    }
  }
  throw new Error('The demonstration does not start')
}

function portalToken() {
  return signInByHttp(
    {
      tenantId: 'organizations',
      applications: {
        portal: { clientId: authentication.clientId },
        api: { clientId: '', clientSecret: '', scope: authentication.scope },
      },
      entra: { authorizationEndpoint: metadata.authorization_endpoint, tokenEndpoint: metadata.token_endpoint },
    },
    'ada@contoso.example',
  )
}

/** The secret of the program that owns Contoso's production, in its own sandbox: it is in the sources. */
async function armToken() {
  const { tid } = JSON.parse(Buffer.from((await portalToken()).split('.')[1], 'base64url').toString())
  const response = await fetch(metadata.token_endpoint.replace('{tenantid}', tid), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: program.clientId,
      client_secret: program.clientSecret,
      scope: 'https://management.azure.com/.default',
    }),
  })
  return (await response.json()).access_token
}

/** 0 if there is no response within half a minute. */
async function statusOf(address, init = {}) {
  try {
    const response = await fetch(address, { ...init, signal: AbortSignal.timeout(30_000) })
    await response.arrayBuffer()
    return response.status
  } catch {
    return 0
  }
}
