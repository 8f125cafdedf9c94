import { revocationTags, type StoredVersion } from '@portal/image-version'
import { latestUpdates, type WantedRevocation } from '@portal/version-update'
import type { WantedLatest } from '@portal/version-update/testing'
import * as fc from 'fast-check'
import { campaignCommands } from './campaign-commands.ts'
import { afterPause, command, loss, pause, person, shownLoss, written, type Command } from './image-life-writes.ts'
import { expectPreserved, expectLatest, regions, versionId, type ImageLives } from './image-lives.ts'

// What people, other clients, networks and time do to the versions of the model test.

// The last two are those that the campaign creates.
const name = fc.constantFrom('0.8.0', '0.9.0', '1.0.0', '1.1.0', '1.2.0', '0.8.1', '1.0.1')
const promote = fc
  .record({
    by: person,
    to: name,
    wanted: fc.uniqueArray(fc.constantFrom(...regions), { minLength: 1, maxLength: 2 }),
    excludesPredecessor: fc.boolean(),
    after: pause,
    lost: loss,
  })
  .map(({ by, to, wanted, excludesPredecessor, after, lost }) =>
    command(
      `${afterPause(after)}${by} makes ${to} the latest in ${wanted.join()}${shownLoss(lost)}`,
      async (model, lives) => {
        await lives.elapse(after)
        const id = versionId(to)
        const latest: WantedLatest = { id, regions: wanted, excludesPredecessor }
        const { versions } = await lives.latest(by)
        const updates = latestUpdates(versions, latest)
        const seen = await Promise.all(
          updates.map(async ({ id: updated }) => ({ id: updated, fingerprint: await lives.fingerprint(by, updated) })),
        )
        if (seen.length === 0) return
        const body = { kind: 'RollBack', imageVersionId: id, regions: wanted, excludesPredecessor, seen }
        const ask = () => lives.ask(by, { method: 'PUT', path: '/api/latest-changes', body })
        await written({ model, lives, act: 'promoted', lost, path: /\/deployments\//, ask })
      },
    ),
  )

const revoke = fc
  .record({
    by: person,
    named: name,
    reason: fc.constantFrom('Vulnerable', 'Superseded'),
    replacement: fc.option(name),
    endOfLifeDate: fc.constantFrom('', '2040-01-31'),
    after: pause,
    lost: loss,
  })
  .map(({ by, named, reason, replacement, endOfLifeDate, after, lost }) =>
    command(
      `${afterPause(after)}${by} revokes ${named} for ${replacement ?? 'nothing'}${shownLoss(lost)}`,
      async (model, lives) => {
        await lives.elapse(after)
        const id = versionId(named)
        const fingerprint = await lives.fingerprint(by, id)
        const replacementId = replacement === null ? '' : versionId(replacement)
        const revocation: WantedRevocation = { reason, replacementId, endOfLifeDate }
        const ask = () =>
          lives.ask(by, {
            method: 'PUT',
            path: '/api/image-version-revocations',
            body: { id, revocation, fingerprint },
          })
        await written({ model, lives, act: 'revoked', lost, path: /\/versions\/[^/]+$/, ask })
      },
    ),
  )

const undo = fc.record({ by: person, named: name, after: pause, lost: loss }).map(({ by, named, after, lost }) =>
  command(
    `${afterPause(after)}${by} undoes a revocation, otherwise of ${named}${shownLoss(lost)}`,
    async (model, lives) => {
      await lives.elapse(after)
      const id = versionId((await revokedOne(lives)) ?? named)
      const fingerprint = await lives.fingerprint(by, id)
      const ask = () =>
        lives.ask(by, { method: 'DELETE', path: '/api/image-version-revocations', body: { id, fingerprint } })
      await written({ model, lives, act: 'restored', lost, path: /\/versions\/[^/]+$/, ask })
    },
  ),
)

/** The number of a revoked version: most are not, and then one is revoked first. */
async function revokedOne(lives: ImageLives): Promise<string | undefined> {
  const found = () => [...lives.inAzure()].find(([, { tags }]) => tags?.[revocationTags.date] !== undefined)?.[0]
  if (found() !== undefined) return found()
  const id = versionId('0.9.0')
  const revocation: WantedRevocation = { reason: 'Vulnerable', replacementId: '', endOfLifeDate: '' }
  const fingerprint = await lives.fingerprint('Ada', id)
  await lives.ask('Ada', {
    method: 'PUT',
    path: '/api/image-version-revocations',
    body: { id, revocation, fingerprint },
  })
  await lives.elapse(900_000)
  return found()
}

const elsewhere = fc.oneof(
  fc.tuple(name, fc.nat({ max: 99 })).map(([named, number]) =>
    byAnother(named, `tags it team-${number}`, (stored) => ({
      ...stored,
      tags: { ...stored.tags, owner: `team-${number}` },
    })),
  ),
  fc
    .tuple(name, fc.boolean())
    .map(([named, excludeFromLatest]) =>
      byAnother(named, `${excludeFromLatest ? 'excludes' : 'includes'} it`, (stored) =>
        withProfile(stored, { excludeFromLatest }),
      ),
    ),
  fc.tuple(name, fc.constantFrom(...regions), fc.boolean()).map(([named, region, excludeFromLatest]) =>
    byAnother(named, `${excludeFromLatest ? 'excludes' : 'includes'} it in ${region}`, (stored) => {
      const { targetRegions } = stored.properties.publishingProfile
      const isMeant = (shown: string) => shown.replaceAll(' ', '').toLowerCase() === region
      return withProfile(stored, {
        targetRegions: targetRegions.map((each) => (isMeant(each.name) ? { ...each, excludeFromLatest } : each)),
      })
    }),
  ),
)

const tagAtOnce = fc.tuple(name, fc.nat({ max: 99 })).map(([named, number]) =>
  command(`somebody tags ${named} team-${number} between two steps`, (_, lives) => {
    lives.tagAtOnce(named, `team-${number}`)
    return Promise.resolve()
  }),
)

const elapse = fc.constantFrom(5000, 60_000, 900_000).map((milliseconds) =>
  command(`${milliseconds / 1000} s go by`, async (model, lives) => {
    await lives.elapse(milliseconds)
    expectPreserved(model, lives)
  }),
)

const compare = person.map((by) =>
  command(`${by} creates machines with latest`, async (_, lives) => expectLatest(lives, by)),
)

/** In any order; time more often, or Azure would nearly always be changing a version. */
export const imageLifeCommands: fc.Arbitrary<Command>[] = [
  promote,
  promote,
  revoke,
  undo,
  elsewhere,
  tagAtOnce,
  compare,
  elapse,
  ...campaignCommands,
]

function byAnother(named: string, shown: string, changed: (stored: StoredVersion) => StoredVersion): Command {
  return command(`another client: ${named}, ${shown}`, async (model, lives) => {
    await lives.elsewhere(named, changed)
    expectPreserved(model, lives)
    lives.acts.other += 1
  })
}

type Profile = StoredVersion['properties']['publishingProfile']

function withProfile(stored: StoredVersion, change: Partial<Profile>): StoredVersion {
  const { publishingProfile } = stored.properties
  return { ...stored, properties: { ...stored.properties, publishingProfile: { ...publishingProfile, ...change } } }
}
