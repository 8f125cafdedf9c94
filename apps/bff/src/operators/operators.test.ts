import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOnlyHeader } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConfigurationFaults } from '../config/configuration-faults.ts'
import { create, puts, versionId } from '../faults/testing.ts'
import { createLogger } from '../http/log.ts'
import { startTestPortal, type TestPortal } from '../testing.ts'
import { loadBlockList, nobodyBlocked } from './block-list.ts'
import { readOnlySwitch } from './read-only-switch.ts'

let folder: string
let file: string
let log: string[]
const logger = createLogger('info', { write: (line) => void log.push(line) })
const events = () => log.map((line) => (JSON.parse(line) as { event: string }).event)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'operators-'))
  file = join(folder, 'blocked')
  log = []
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a portal that is read-only', () => {
  let portal: TestPortal
  const readOnly = () => readOnlySwitch(true, logger)
  afterEach(() => portal.close())

  it('reads, writes nothing and says so with each answer, until it is turned', async () => {
    const turned = readOnly()
    portal = await startTestPortal({ operators: { blockList: nobodyBlocked, readOnly: turned } })
    const asAda = await portal.as('ada@contoso.example')
    const read = await asAda.get('/api/subscriptions')
    expect([read.status, read.headers.get(readOnlyHeader)]).toEqual([200, 'true'])
    const refused = await create(asAda)
    expect(refused.problem()).toMatchObject({ status: 403, code: 'PortalReadOnly' })
    expect(puts(portal)).toEqual([])
    expect(portal.log.join('')).toContain('"event":"write-refused"')

    turned.toggle()
    expect((await create(asAda)).status).toBe(200)
    expect((await asAda.get('/api/subscriptions')).headers.get(readOnlyHeader)).toBe('false')
    expect(events()).toEqual(['read-only-on', 'read-only-off'])
  })

  it.each([
    ['PUT', '/api/galleries'],
    ['PUT', '/api/image-definitions'],
    ['PUT', '/api/image-versions'],
    ['PUT', '/api/image-versions-in-batches'],
    ['PUT', '/api/image-version-updates'],
    ['PUT', '/api/image-version-revocations'],
    ['DELETE', '/api/image-version-revocations'],
    ['PUT', '/api/rollouts'],
    ['PUT', '/api/region-repairs'],
    ['PUT', '/api/latest-changes'],
    ['DELETE', '/api/test-machine'],
    ['POST', '/api/version-work-cancellations'],
    ['DELETE', '/api/gallery-resources'],
    ['POST', '/api/disk-encryption-set-key-changes'],
    ['DELETE', '/api/disk-encryption-set'],
    ['POST', '/api/key-vault-repairs'],
    ['PUT', '/api/preparations'],
    ['POST', '/api/preparation-retries'],
    ['POST', '/api/registrations'],
    ['POST', '/api/virtual-machine-snapshots'],
    ['PUT', '/api/virtual-machines'],
  ] as const)('refuses %s %s', async (method, path) => {
    portal = await startTestPortal({ operators: { blockList: nobodyBlocked, readOnly: readOnly() } })
    const asAda = await portal.as('ada@contoso.example')
    expect((await asAda.send(method, path, {})).problem().code).toBe('PortalReadOnly')
    expect(portal.azure.requests).toEqual([])
  })

  it('answers questions that are asked with POST, and lets its users sign out', async () => {
    portal = await startTestPortal({ operators: { blockList: nobodyBlocked, readOnly: readOnly() } })
    const asAda = await portal.as('ada@contoso.example')
    expect((await asAda.send('POST', '/api/disk-encryption-set-facts', { ids: [] })).status).toBe(200)
    expect((await asAda.send('DELETE', '/api/session', {})).status).toBe(200)
  })
})

describe('the list of those who are blocked', () => {
  const ada = { tid: '0aaa0000-1111-4222-8333-444444444444', oid: '0eee0000-1111-4222-8333-444444444444' }
  const ben = { ...ada, oid: '0fff0000-1111-4222-8333-444444444444' }
  const elsewhere = { tid: '0bbb0000-1111-4222-8333-444444444444', oid: ada.oid }

  it.each([
    ['a tenant', ada.tid, [true, true, false]],
    ['a user', `${ada.tid} ${ada.oid}`, [true, false, false]],
    [
      'a user in capitals, with a note',
      `# left\n ${ada.tid.toUpperCase()}  ${ada.oid} # in June\n\n`,
      [true, false, false],
    ],
    ['nobody', '', [false, false, false]],
  ])('blocks %s and nobody else', async (_, text, blocked) => {
    writeFileSync(file, text)
    const list = await loadBlockList(file, logger)
    expect([ada, ben, elsewhere].map((caller) => list.has(caller))).toEqual(blocked)
  })

  it.each([
    ['is not there', undefined, /BLOCK_LIST_FILE is ".*", which can't be read \(ENOENT\)/],
    ['holds a name', 'ada@contoso.example', /line 1 must contain the ID of a tenant/],
    ['holds three ids', `\n${ada.tid} ${ada.oid} ${ada.oid}`, /line 2 must contain/],
  ])('keeps the portal from starting where it %s', async (_, text, fault) => {
    if (text !== undefined) writeFileSync(file, text)
    const loaded = loadBlockList(file, logger)
    await expect(loaded).rejects.toThrow(ConfigurationFaults)
    await expect(loaded).rejects.toThrow(fault)
  })

  it('is read again, and one that cannot be used is told once while the last one goes on', async () => {
    writeFileSync(file, ada.tid)
    const list = await loadBlockList(file, logger)
    await list.look()
    writeFileSync(file, 'ada@contoso.example')
    await list.look()
    await list.look()
    expect([list.has(ada), events()]).toEqual([true, ['block-list-refused']])
    writeFileSync(file, '')
    await list.look()
    expect([list.has(ada), events()]).toEqual([false, ['block-list-refused', 'block-list-read']])
  })

  it('is heeded at the next request of who is signed in already, and tells Azure and others nothing', async () => {
    writeFileSync(file, '')
    const blockList = await loadBlockList(file, logger)
    const portal = await startTestPortal({ operators: { blockList, readOnly: { isOn: false } } })
    const [asAda, asRita] = [await portal.as('ada@contoso.example'), await portal.as('rita@contoso.example')]
    expect((await asAda.get('/api/image-version', { id: versionId })).status).toBe(404)
    const { length } = portal.azure.requests
    const oid = portal.azure.world.users.find(({ displayName }) => displayName === 'Ada Rossi')?.id
    writeFileSync(file, `${portal.azure.tenantId} ${oid}`)
    await blockList.look()
    expect((await asAda.get('/api/subscriptions')).problem()).toMatchObject({ status: 403, code: 'UserBlocked' })
    expect((await create(asAda)).problem()).toMatchObject({ status: 403, code: 'UserBlocked' })
    expect(portal.azure.requests).toHaveLength(length)
    expect(portal.log.join('')).toContain('"event":"user-blocked"')
    expect((await asRita.get('/api/subscriptions')).status).toBe(200)
    await portal.close()
  })
})
