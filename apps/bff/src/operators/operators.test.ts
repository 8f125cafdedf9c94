import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOnlyHeader } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConfigurationFaults } from '../process/configuration-faults.ts'
import { remindMs } from '../process/reminder.ts'
import { createLogger } from '../telemetry/log.ts'
import { create, puts, versionId } from '../testing/faults.ts'
import { startTestPortal, type TestPortal } from '../testing/portal.ts'
import { noOperators } from './operators.ts'
import { loadOperators } from './start-operators.ts'

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

/** What the file decides; the clock is the test's. */
async function fromFile(text?: string | Uint8Array) {
  if (text !== undefined) writeFileSync(file, text)
  const clock = { now: Date.parse('2026-11-30T12:00:00Z') }
  const operators = await loadOperators({ readOnly: false, file }, { logger, now: () => clock.now })
  const becomes = async (next: string) => {
    writeFileSync(file, next)
    await operators.look()
  }
  return { operators, clock, becomes }
}

const ada = { tid: '0aaa0000-1111-4222-8333-444444444444', oid: '0eee0000-1111-4222-8333-444444444444' }
const ben = { ...ada, oid: '0fff0000-1111-4222-8333-444444444444' }
const elsewhere = { tid: '0bbb0000-1111-4222-8333-444444444444', oid: ada.oid }

describe('a portal that is read-only', () => {
  let portal: TestPortal
  const readOnly = { ...noOperators, isReadOnly: true }
  afterEach(() => portal.close())

  it('reads, changes nothing and says so with each answer, until it is over', async () => {
    const operators = { ...readOnly }
    portal = await startTestPortal({ operators })
    const asAda = await portal.as('ada@contoso.example')
    const read = await asAda.get('/api/subscriptions')
    expect([read.status, read.headers.get(readOnlyHeader)]).toEqual([200, 'true'])
    const refused = await create(asAda)
    expect(refused.problem()).toMatchObject({ status: 403, code: 'PortalReadOnly' })
    expect(puts(portal)).toEqual([])
    expect(portal.log.join('')).toContain('"event":"write-refused"')

    operators.isReadOnly = false
    expect((await create(asAda)).status).toBe(200)
    expect((await asAda.get('/api/subscriptions')).headers.get(readOnlyHeader)).toBe('false')
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
    portal = await startTestPortal({ operators: readOnly })
    const asAda = await portal.as('ada@contoso.example')
    expect((await asAda.send(method, path, {})).problem().code).toBe('PortalReadOnly')
    expect(portal.azure.requests).toEqual([])
  })

  it('answers questions that are asked with POST, and lets its users sign out', async () => {
    portal = await startTestPortal({ operators: readOnly })
    const asAda = await portal.as('ada@contoso.example')
    expect((await asAda.send('POST', '/api/disk-encryption-set-facts', { ids: [] })).status).toBe(200)
    expect((await asAda.send('DELETE', '/api/session', {})).status).toBe(200)
  })
})

describe('the file of the operators', () => {
  it.each([
    ['a tenant', `block ${ada.tid}`, [true, true, false]],
    ['a user', `block ${ada.tid} ${ada.oid}`, [true, false, false]],
    [
      'a user in capitals, with a note',
      `# left\n block ${ada.tid.toUpperCase()}  ${ada.oid} # in June\n\n`,
      [true, false, false],
    ],
    ['nobody', '', [false, false, false]],
  ])('blocks %s and nobody else', async (_, text, blocked) => {
    const { operators } = await fromFile(text)
    expect([ada, ben, elsewhere].map((caller) => operators.isBlocked(caller))).toEqual(blocked)
  })

  const documented = [
    'read-only              # during the migration',
    'sign-out-before 2026-11-30T11:00:00+01:00',
    `block ${ada.tid}       # left in June`,
    '',
  ]
  it.each([
    ['on Windows', documented.join('\r\n')],
    ['by Notepad, as UTF-8 with a mark', `\uFEFF${documented.join('\r\n')}`],
    ['by PowerShell 5, as UTF-16', Buffer.from(`\uFEFF${documented.join('\r\n')}`, 'utf16le')],
    ['on an old Mac', documented.join('\r')],
  ])('S71: means the same if it is saved %s', async (_, bytes) => {
    const { operators } = await fromFile(bytes)
    expect(operators.isReadOnly).toBe(true)
    expect(operators.signedOutBefore()).toBe(Date.parse('2026-11-30T10:00:00Z'))
    expect([ada, ben, elsewhere].map((caller) => operators.isBlocked(caller))).toEqual([true, true, false])
  })

  it.each([
    ['is not there', undefined, /OPERATORS_FILE is ".*", which can't be read \(ENOENT\)/],
    ['blocks a name', 'block ada@contoso.example', /line 1 must be "read-only", "block" with the ID of a tenant/],
    ['blocks three IDs', `\nblock ${ada.tid} ${ada.oid} ${ada.oid}`, /line 2 must be/],
    ['blocks nobody', 'block', /line 1 must be/],
    ['has IDs without a word', ada.tid, /line 1 must be/],
    ['has a time of nowhere', 'sign-out-before 2026-11-30T12:00:00', /line 1 must be/],
    ['has a date that is none', 'sign-out-before 2026-13-30T12:00:00Z', /line 1 must be/],
    ['has a word too many', 'read-only please', /line 1 must be/],
  ])('keeps the portal from starting where it %s', async (_, text, fault) => {
    const loaded = fromFile(text)
    await expect(loaded).rejects.toThrow(ConfigurationFaults)
    await expect(loaded).rejects.toThrow(fault)
  })

  it('S70: that can’t be used is reported at once, every minute and by /readyz, while the last one stays in effect', async () => {
    const { operators, clock, becomes } = await fromFile(`block ${ada.tid}`)
    expect([events(), operators.troubles()]).toEqual([['operators-file-read'], []])
    log = []
    await becomes('block ada@contoso.example')
    await operators.look()
    expect([operators.isBlocked(ada), events()]).toEqual([true, ['operators-file-refused']])
    clock.now += remindMs - 1
    await operators.look()
    expect(events()).toHaveLength(1)
    clock.now += 1
    await operators.look()
    expect(events()).toEqual(['operators-file-refused', 'operators-file-refused'])
    expect(operators.troubles()).toEqual(['operators-file-refused'])
    await becomes(`block ${ada.tid}`)
    await operators.look()
    expect(events().slice(2)).toEqual(['operators-file-read'])
    expect(JSON.parse(log.at(-1) ?? '')).toMatchObject({ blocked: 1, readOnly: false })
    expect([operators.isBlocked(ada), operators.troubles()]).toEqual([true, []])
  })

  it('logs what becomes of the portal: read-only and back, and everyone signed out once it is time', async () => {
    const { operators, clock, becomes } = await fromFile('')
    log = []
    await becomes('read-only\nsign-out-before 2026-11-30T12:01:00Z')
    expect(events()).toEqual(['operators-file-read', 'read-only-on'])
    expect(operators.signedOutBefore()).toBeUndefined()
    await becomes('sign-out-before 2026-11-30T12:01:00Z')
    clock.now += 60_000
    await operators.look()
    await operators.look()
    expect(events().slice(2)).toEqual(['operators-file-read', 'read-only-off', 'everyone-signed-out'])
    expect(operators.signedOutBefore()).toBe(clock.now)
  })

  it('leaves what the variable or the signal has set, however often the signal comes', async () => {
    const { operators, becomes } = await fromFile('')
    operators.setReadOnly()
    operators.setReadOnly()
    await becomes('read-only')
    await becomes('')
    expect(operators.isReadOnly).toBe(true)
    expect(events().filter((event) => event.startsWith('read-only'))).toEqual(['read-only-on'])
    const byVariable = await loadOperators({ readOnly: true, file: undefined }, { logger })
    expect(byVariable.isReadOnly).toBe(true)
  })

  it('is heeded at the next request of who is signed in already, and tells Azure and others nothing', async () => {
    const { operators, becomes } = await fromFile('')
    const portal = await startTestPortal({ operators })
    const [asAda, asRita] = [await portal.as('ada@contoso.example'), await portal.as('rita@contoso.example')]
    expect((await asAda.get('/api/image-version', { id: versionId })).status).toBe(404)
    const { length } = portal.azure.requests
    const oid = portal.azure.world.users.find(({ displayName }) => displayName === 'Ada Rossi')?.id
    await becomes(`block ${portal.azure.tenantId} ${oid}`)
    expect((await asAda.get('/api/subscriptions')).problem()).toMatchObject({ status: 403, code: 'UserBlocked' })
    expect((await create(asAda)).problem()).toMatchObject({ status: 403, code: 'UserBlocked' })
    expect(portal.azure.requests).toHaveLength(length)
    expect(portal.log.join('')).toContain('"event":"user-blocked"')
    expect((await asRita.get('/api/subscriptions')).status).toBe(200)
    await portal.close()
  })
})
