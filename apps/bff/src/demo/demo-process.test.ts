import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blankPlan, blankTargetRegion } from '@portal/image-version'
import { demoWorld, getConfiguration } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { startPortalProcess, type PortalProcess, type ProcessOptions } from '../testing/portal-process.ts'
import { ask, signInByHttp, type Reply } from '../testing/portal.ts'

// The demo as "npm start" runs it: the portal in one process, the simulated Azure in another. Slow to start on a busy
// machine.
vi.setConfig({ testTimeout: 120_000 })

const group =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute'
const definition = `${group}/galleries/contosoGallery/images/ubuntu-web`
const versionId = `${definition}/versions/3.0.0`
const plan = {
  ...blankPlan(definition),
  name: '3.0.0',
  location: 'westus',
  source: { type: 'ManagedImage', id: `${group}/images/myImage` },
  targetRegions: [blankTargetRegion('westus')],
}

/** What no guard foresaw, in the place of some step of every request about a resource. */
const planted = `
const decode = globalThis.decodeURI
globalThis.decodeURI = (path) => {
  if (process.send && path.includes('planted-hang')) for (;;);
  return decode(path)
}`

let folder: string
let processes: ChildProcess[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demonstration-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Portal</title>')
  processes = []
})
afterEach(() => {
  for (const child of processes) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

async function aDemonstration(
  env: Record<string, string> = {},
  limits: Pick<ProcessOptions, 'fileBlocks'> = {},
): Promise<PortalProcess> {
  const started = await startPortalProcess({
    ...limits,
    cwd: folder,
    env: {
      PORT: '0',
      SIMULATOR_PORT: '0',
      WEB_ROOT: folder,
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(planted)}`,
      ...env,
    },
  })
  processes.push(started.child)
  return started
}

/** The address of the simulated Azure that the portal gives to browsers. */
async function azureOf(url: string) {
  const { body } = await ask(`${url}/api/configuration`)
  const { authentication } = getConfiguration.response.parse(body)
  const metadata = z.record(z.string(), z.string()).parse(JSON.parse(authentication.authorityMetadata ?? '{}'))
  const at = (name: string) => metadata[name] ?? ''
  return {
    tenantId: 'organizations',
    applications: {
      portal: { clientId: authentication.clientId },
      api: { clientId: '', clientSecret: '', scope: authentication.scope },
    },
    entra: {
      issuer: () => '',
      issuerTemplate: at('issuer'),
      authorizationEndpoint: at('authorization_endpoint'),
      tokenEndpoint: at('token_endpoint'),
      endSessionEndpoint: at('end_session_endpoint'),
      jwksUri: at('jwks_uri'),
    },
  }
}

type Ask = (method: string, path: string, body?: unknown) => Promise<Reply>

/** The portal as a user in their own sandbox. */
async function aVisitor(url: string): Promise<Ask> {
  const token = await signInByHttp(await azureOf(url), 'ada@contoso.example')
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return (method, path, body) =>
    ask(`${url}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
}

const version = (id: string) => `/api/image-version?id=${encodeURIComponent(id)}`

async function timed<T>(asked: Promise<T>): Promise<{ answer: T; ms: number }> {
  const before = performance.now()
  return { answer: await asked, ms: performance.now() - before }
}

describe('a demonstration whose simulated Azure does not come back from a request', () => {
  it('D08: keeps the portal up, restores the others, and tells the visitor whose request it was', async () => {
    const { url } = await aDemonstration()
    const [culprit, other] = [await aVisitor(url), await aVisitor(url)]
    expect((await other('PUT', '/api/image-versions', plan)).status).toBe(200)

    const hung = culprit('GET', version(versionId.replace('myResourceGroup', 'planted-hang')))
    await new Promise((resolve) => setTimeout(resolve, 500))
    const meanwhile = await Promise.all([timed(ask(`${url}/readyz`)), timed(ask(url))])
    expect(meanwhile.map(({ answer }) => answer.status)).toEqual([200, 200])
    expect(Math.max(...meanwhile.map(({ ms }) => ms))).toBeLessThan(1_000)

    // Requests in the meantime wait, and are answered.
    expect(await other('GET', version(versionId))).toMatchObject({ status: 200, body: { name: '3.0.0' } })
    const world = demoWorld.parse((await other('GET', '/api/demo')).body)
    expect([world.isSetAside, Date.parse(world.restartedAt ?? '')]).toEqual([false, expect.closeTo(Date.now(), -5)])

    expect((await hung).problem()).toMatchObject({ code: 'RefusedByAzure' })
    expect((await culprit('GET', '/api/demo')).body).toMatchObject({ isSetAside: true })
    expect((await culprit('POST', '/api/demo/reset', {})).body).toMatchObject({ isSetAside: false })
    expect((await culprit('PUT', '/api/image-versions', plan)).status).toBe(200)
  })
})

describe('a demonstration that cannot write its files', () => {
  const inMemory: unknown = expect.stringMatching(
    /^Couldn't write .* The sandboxes of this demo end with this process\.$/,
  )
  const notSaved: unknown = expect.stringMatching(/^Couldn't save the token signing key /)

  /** Creates versions until that is enough; their names. */
  async function create(visitor: Ask, isEnough: (count: number) => boolean, patch = 0): Promise<string[]> {
    const names: string[] = []
    while (!isEnough(names.length)) {
      const name = `7.0.${patch + names.length}`
      expect((await visitor('PUT', '/api/image-versions', { ...plan, name })).status).toBe(200)
      names.push(name)
    }
    return names
  }

  it('F43: signs visitors in and keeps what they create in memory where the disk is full at the start', async () => {
    const { url, complaints } = await aDemonstration({}, { fileBlocks: 0 })
    const visitor = await aVisitor(url)
    expect((await visitor('PUT', '/api/image-versions', plan)).status).toBe(200)
    expect(await visitor('GET', version(versionId))).toMatchObject({ status: 200, body: { name: '3.0.0' } })
    await aVisitor(url)
    expect(complaints).toEqual([notSaved, inMemory])

    // With room again, nothing of the failed start is in the way of the next.
    expect((await aDemonstration()).complaints).toEqual([])
  })

  it('F43: goes on in memory where the disk is full later', async () => {
    // 100 kB: room for what it begins with, and not for many versions
    const { url, complaints } = await aDemonstration({}, { fileBlocks: 200 })
    const visitor = await aVisitor(url)
    expect(complaints).toEqual([])
    const made = await create(visitor, () => complaints.length > 0)
    const after = await create(visitor, (count) => count === 2, made.length)
    expect(complaints).toEqual([inMemory])
    for (const name of [...made, ...after])
      expect((await visitor('GET', version(versionId.replace('3.0.0', name)))).status).toBe(200)
    await aVisitor(url)
  })
})

describe('a demonstration in two processes', () => {
  it('ends both when it is told to', async () => {
    const { url, child } = await aDemonstration()
    const { entra } = await azureOf(url)
    expect((await ask(entra.jwksUri.replace('{tenantid}', 'organizations'))).status).toBe(200)
    const exited = once(child, 'exit')
    child.kill('SIGINT')
    expect(await exited).toEqual([0, null])
    await expect(fetch(entra.jwksUri)).rejects.toThrow('fetch failed')
  })

  it('becomes ready at ::1 alone', async () => {
    const { url } = await aDemonstration({ HOST: '::1' })
    const at = url.replace('localhost', '[::1]')
    expect((await ask(`${at}/readyz`)).status).toBe(200)
    const jwksUri = (await azureOf(at)).entra.jwksUri
      .replace('localhost', '[::1]')
      .replace('{tenantid}', 'organizations')
    expect((await ask(jwksUri)).status).toBe(200)
  })
})
