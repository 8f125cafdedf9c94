import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RefusedCharacter } from '@portal/arm'
import { aStoredVersion } from '@portal/image-version/testing'
import {
  decisions,
  revokedVersion,
  successorOfRevoked,
  type RetainedVersion,
  type RetentionRule,
} from '@portal/version-update'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { retentionExporters } from './retention-exporters.ts'
import { retentionBody, retentionProgram } from './retention-program.ts'

const scopeId =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/images/providers/Microsoft.Compute/galleries/g'
const definition = `${scopeId}/images/web`
const rarely = fc.nat(4).map((one) => one === 0)
const day = 86_400_000

const version = fc.record({
  number: fc.tuple(fc.nat(2), fc.nat(12), fc.nat(2)),
  provisioningState: fc.constantFrom('Succeeded', 'Succeeded', 'Succeeded', 'Creating', 'Updating', 'Failed'),
  excludeFromLatest: rarely,
  tags: fc.constantFrom<Record<string, string>>(
    {},
    {},
    { KEEP: '' },
    { 'image-revoked': '2026-01-01' },
    { stage: 'old' },
  ),
  lock: fc.option(fc.constantFrom('CanNotDelete' as const, 'ReadOnly' as const), { nil: undefined, freq: 4 }),
  blockDeletionBeforeEndOfLife: rarely,
  endOfLife: fc.option(fc.integer({ min: -300, max: 300 }), { nil: undefined }),
  isUnderPlatformKeys: fc.boolean(),
  isUsed: rarely,
  isSource: rarely,
  days: fc.option(fc.nat(300), { nil: undefined }),
  regions: fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('eastus', 'westeurope', 'westus'),
      excludeFromLatest: rarely,
      replicas: fc.nat(3),
    }),
    { selector: ({ name }) => name, minLength: 1 },
  ),
})
type Made = typeof version extends fc.Arbitrary<infer T> ? T : never

const rule: fc.Arbitrary<RetentionRule> = fc
  .record({
    keepNewest: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    keepDays: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
    only: fc.constantFrom<NonNullable<RetentionRule['only']>>(
      {},
      { definition: 'W*', version: '1.*.0' },
      { version: '1.(2' },
      { tag: { name: 'Stage', value: 'old' } },
      { isRevoked: true },
      { isExcluded: true },
      { isUnderPlatformKeys: true },
      { isPastEndOfLife: true },
    ),
  })
  .map(({ keepNewest, keepDays, only }) => ({
    name: 'any',
    ...(keepNewest !== undefined && { keepNewest }),
    keepDays: keepNewest === undefined ? (keepDays ?? 1) : keepDays,
    only,
    keepTag: 'keep',
  }))

/** As the domain has it, and as ARM and Resource Graph answer it. */
function world(made: Made[], { now, isPartial, isShared }: { now: number; isPartial: boolean; isShared: boolean }) {
  const iso = (days: number) => new Date(now + days * day).toISOString()
  const versions = made.map((one) => ({ ...one, id: `${definition}/versions/${one.number.join('.')}` }))
  const unseen = [...(isPartial ? ['Production'] : []), ...(isShared ? [scopeId] : [])]
  const retained = versions.map(
    ({ id, provisioningState, excludeFromLatest, tags, regions, ...one }): RetainedVersion => ({
      id,
      provisioningState,
      excludeFromLatest,
      tags,
      regions,
      unseen,
      location: 'westus',
      isInCampaign: false,
      isUnderPlatformKeys: one.isUnderPlatformKeys,
      blockDeletionBeforeEndOfLife: one.blockDeletionBeforeEndOfLife,
      publishedDate: one.days === undefined ? undefined : iso(-one.days),
      endOfLifeDate: one.endOfLife === undefined ? undefined : iso(one.endOfLife),
      usedBy: one.isUsed ? ['/machine'] : [],
      sourceOf: one.isSource ? ['/version'] : [],
      locks: one.lock === undefined ? [] : [{ scope: id, level: one.lock }],
    }),
  )
  const rows = (ids: string[]) => ({ data: ids.map((id) => ({ id: id.toLowerCase(), ids: ['/one'] })) })
  return {
    retained,
    pages: {
      versions: {
        value: versions.map(({ id, tags, provisioningState, regions, excludeFromLatest, ...one }) => ({
          id,
          tags,
          location: 'West US',
          properties: {
            provisioningState,
            publishingProfile: {
              excludeFromLatest,
              publishedDate: one.days === undefined ? null : iso(-one.days),
              ...(one.endOfLife !== undefined && { endOfLifeDate: iso(one.endOfLife) }),
              targetRegions: regions.map(({ name, ...region }) => ({
                name: name === 'westus' ? 'West US' : name,
                excludeFromLatest: region.excludeFromLatest,
                encryption: { osDiskImage: { diskEncryptionSetId: one.isUnderPlatformKeys ? null : '/set' } },
              })),
            },
            safetyProfile: { blockDeletionBeforeEndOfLife: one.blockDeletionBeforeEndOfLife },
          },
        })),
      },
      locks: {
        value: versions.flatMap(({ id, lock }) =>
          lock === undefined
            ? []
            : [{ id: `${id}/providers/Microsoft.Authorization/locks/keep`, properties: { level: lock } }],
        ),
      },
      deployments: { value: [{ name: 'other' }] },
      gallery: { id: scopeId, properties: isShared ? { sharingProfile: { permissions: 'Groups' } } : {} },
      made: rows(versions.flatMap(({ id, isUsed }) => (isUsed ? [id] : []))),
      instances: rows([]),
      sources: rows(versions.flatMap(({ id, isSource }) => (isSource ? [id] : []))),
      subscriptions: {
        name: 'Production',
        value: [{ actions: ['*/read'], notActions: isPartial ? ['Microsoft.Compute/disks/*'] : [] }],
      },
    },
  }
}

const hasJq = spawnSync('jq', ['--version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'retention-'))
afterAll(() => rmSync(folder, { recursive: true }))
function put(name: string, page: unknown): string {
  const file = join(folder, `${name}.json`)
  writeFileSync(file, JSON.stringify(page))
  return file
}

describe('the program of the scripts', () => {
  it.runIf(hasJq)('decides in any world as the portal does', () => {
    writeFileSync(join(folder, 'decide.jq'), retentionProgram)
    const asked = fc.record({
      made: fc.uniqueArray(version, { selector: ({ number }) => number.join('.'), minLength: 1, maxLength: 10 }),
      rule,
      action: fc.constantFrom('delete' as const, 'exclude' as const, 'include' as const, 'revoke' as const),
      isPartial: rarely,
      isShared: rarely,
    })
    fc.assert(
      fc.property(asked, ({ made, rule: wanted, action, ...seen }) => {
        // A rule of whole days decides alike for some seconds more.
        const now = Date.now() - 60_000
        const { retained, pages } = world(made, { ...seen, now: now - 3_600_000 })
        const args = Object.entries({ asked: { action, rule: wanted }, ...pages }).flatMap(([name, page]) => {
          return ['--slurpfile', name, put(name, page)]
        })
        const { stdout, stderr } = spawnSync('jq', ['-n', '-c', ...args, '-f', join(folder, 'decide.jq')])
        expect(String(stderr)).toBe('')
        const decided = decisions(wanted, action, { versions: retained, now: new Date(now).toISOString() })
        expect(
          String(stdout)
            .trim()
            .split('\n')
            .map((line): unknown => JSON.parse(line)),
        ).toEqual(
          decided.map(({ version: one, reasons }) => ({
            id: one.id,
            reasons: reasons.map(({ code }) => code),
            successor: successorOfRevoked(one, retained)?.split('/').at(-1) ?? null,
          })),
        )
      }),
      { numRuns: 40 },
    )
  })
})

describe('what the scripts send', () => {
  it.runIf(hasJq)('of a revocation is what the portal sends', () => {
    const stored = aStoredVersion({ endOfLifeDate: '2027-01-01T00:00:00Z' })
    const successor = stored.id.replace(/[^/]+$/, '9.0.0')
    const wanted = { reason: 'It’s "old"', replacementId: successor, endOfLifeDate: '' }
    writeFileSync(join(folder, 'body.jq'), retentionBody)
    const args = Object.entries({
      asked: { action: 'revoke', reason: wanted.reason },
      decided: { id: stored.id.toUpperCase(), successor: '9.0.0' },
    }).flatMap(([name, page]) => ['--slurpfile', name, put(name, page)])
    const { stdout } = spawnSync('jq', [...args, '-f', join(folder, 'body.jq'), put('version', stored)])
    const body = z.parse(z.looseObject({ tags: z.record(z.string(), z.string()) }), JSON.parse(String(stdout)))
    const sent = revokedVersion(stored, wanted, body.tags['image-revoked'] ?? '')
    expect(body).toEqual({ location: sent.location, tags: sent.tags, properties: sent.properties })
  })
})

describe('a rule as a script', () => {
  const cloud = {
    name: 'AzureCloud',
    loginEndpoint: 'https://login.microsoftonline.com',
    resourceManager: 'https://management.azure.com',
    audience: 'https://management.azure.com/',
    portal: 'https://portal.azure.com',
    suffixes: { keyVaultDns: 'vault.azure.net', storage: 'core.windows.net' },
  }
  const wanted: RetentionRule = { name: "It's old", keepNewest: 3, keepTag: 'keep' }
  it.each(['AzureCli', 'AzurePowerShell'] as const)(
    'says in %s what it does not guard, and runs only if asked',
    (language) => {
      const { text, isUnfinished } = retentionExporters[language](
        { scopeId, rule: wanted, action: 'delete', reason: '' },
        cloud,
      )
      expect(isUnfinished).toBe(false)
      expect(text).toContain('# NOT GUARDED: ')
      expect(text).toMatch(/--run|-Run/)
      expect(text).toContain('"It\'s old"')
      expect(text.match(/'@\)?$/gm)?.length ?? 2).toBe(2)
    },
  )

  it('is one that bash can read', () => {
    const { text } = retentionExporters.AzureCli({ scopeId, rule: wanted, action: 'exclude', reason: '' }, cloud)
    const { status, stderr } = spawnSync('bash', ['-n'], { input: text })
    expect([status, String(stderr)]).toEqual([0, ''])
  })

  it('refuses a scope that leads elsewhere', () => {
    expect(() =>
      retentionExporters.AzureCli({ scopeId: `${scopeId}?x`, rule: wanted, action: 'delete', reason: '' }, cloud),
    ).toThrow(RefusedCharacter)
  })
})
