import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAzureSimulator, type AzureSimulator } from '@portal/azure-simulator'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { encryptedPlan, put } from '../testing/faults.ts'
import { demonstrationOn, startPortalProcess, type PortalProcess } from '../testing/portal-process.ts'
import { ask, signInByHttp } from '../testing/portal.ts'

// Two processes of the portal that share nothing but the operators' file.
vi.setConfig({ testTimeout: 90_000 })

// the processes read the file every five seconds
const soon = { timeout: 20_000, interval: 250 }

let azure: AzureSimulator
let folder: string
let replicas: PortalProcess[]
let token: string

beforeEach(async () => {
  azure = await startAzureSimulator({ throttling: 'off' })
  folder = mkdtempSync(join(tmpdir(), 'operators-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Portal</title>')
  decide('')
  token = await signInByHttp(azure, 'ada@contoso.example')
  replicas = await Promise.all([start(), start()])
})
afterEach(async () => {
  for (const { child } of replicas) child.kill('SIGKILL')
  await azure.close()
  rmSync(folder, { recursive: true })
})

function start(): Promise<PortalProcess> {
  const env = { ...demonstrationOn(azure), WEB_ROOT: folder, OPERATORS_FILE: join(folder, 'operators') }
  return startPortalProcess({ env })
}

// at once, as Kubernetes replaces a mounted file
function decide(text: string): void {
  writeFileSync(join(folder, 'next'), text)
  renameSync(join(folder, 'next'), join(folder, 'operators'))
}

async function restart(index: number): Promise<void> {
  replicas[index]?.child.kill('SIGKILL')
  replicas[index] = await start()
}

const everywhere = <T>(question: (portal: PortalProcess) => Promise<T>) => Promise.all(replicas.map(question))
const headers = (by: string) => ({ authorization: `Bearer ${by}`, 'content-type': 'application/json' })
/** what becomes of a change that Azure would refuse */
const change = async ({ url }: PortalProcess) => {
  const reply = await ask(`${url}/api/image-versions`, {
    method: 'PUT',
    headers: headers(token),
    body: JSON.stringify({ ...encryptedPlan(), name: 'none' }),
  })
  return reply.problem().code
}
const reading =
  (by: string) =>
  async ({ url }: PortalProcess) => {
    const reply = await ask(`${url}/api/subscriptions`, { headers: headers(by) })
    return reply.status === 200 ? 200 : reply.problem().code
  }

it('S72: read-only holds for every process and after a restart; a signal sets it however often it comes', async () => {
  expect(await everywhere(change)).toEqual(['PlanRejected', 'PlanRejected'])
  decide('read-only\r\n')
  await expect.poll(() => everywhere(change), soon).toEqual(['PortalReadOnly', 'PortalReadOnly'])
  await restart(1)
  expect(await everywhere(change)).toEqual(['PortalReadOnly', 'PortalReadOnly'])
  decide('')
  await expect.poll(() => everywhere(change), soon).toEqual(['PlanRejected', 'PlanRejected'])

  const [first] = replicas
  first?.child.kill('SIGUSR2')
  await expect.poll(() => everywhere(change), soon).toEqual(['PortalReadOnly', 'PlanRejected'])
  first?.child.kill('SIGUSR2')
  decide('# nothing\n')
  await expect.poll(() => first?.lines.filter((line) => line.includes('operators-file-read')), soon).toHaveLength(4)
  expect(await everywhere(change)).toEqual(['PortalReadOnly', 'PlanRejected'])
  expect(azure.requests.filter(({ method, path }) => method === 'PUT' && put.path.test(path))).toEqual([])
})

it('S73: everyone is signed out of every process, also of one that starts later, and can sign in again', async () => {
  expect(await everywhere(reading(token))).toEqual([200, 200])
  // a new sign-in is accepted a minute after that time
  decide(`sign-out-before ${new Date(Date.now() - 61_000).toISOString()}`)
  await expect.poll(() => everywhere(reading(token)), soon).toEqual(['EveryoneSignedOut', 'EveryoneSignedOut'])
  await restart(0)
  expect(await everywhere(reading(token))).toEqual(['EveryoneSignedOut', 'EveryoneSignedOut'])
  const next = await signInByHttp(azure, 'ada@contoso.example')
  expect(await everywhere(reading(next))).toEqual([200, 200])
})
