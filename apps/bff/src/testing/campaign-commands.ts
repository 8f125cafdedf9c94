import { regionName } from '@portal/arm'
import { askedRegions, type Campaign, type CampaignItem, successorId } from '@portal/campaign'
import { campaignTags } from '@portal/image-version'
import { startCampaign, startCampaignBatch } from '@portal/portal-api'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import * as z from 'zod/mini'
import { confirmationOf, proposedCampaign, surveyOf } from './campaigns.ts'
import {
  afterPause,
  command,
  loss,
  pause,
  person,
  shownLoss,
  written,
  type Command,
  type Loss,
} from './image-life-writes.ts'
import { expectPreserved, hasFailed, versionId, type ImageLives, type LivesModel, type Person } from './image-lives.ts'
import type { Reply } from './portal.ts'

// The campaign of the model test: the versions under platform-managed keys are created again under one's own. One of
// them can never be proven, because its last region fails.

const write = { by: person, after: pause, lost: loss }
const item = fc.nat({ max: 1 })

const campaignIds = [versionId('0.8.0'), versionId('1.0.0')]

/** What Azure is asked to write for a campaign. */
const writes = /\/(deployments|versions)\/[^/]+$/

const state = fc.record(write).map(({ by, after, lost }) =>
  command(`${afterPause(after)}${by} starts the campaign${shownLoss(lost)}`, async (model, lives) => {
    await lives.elapse(after)
    await started({ model, lives, by, lost })
  }),
)

const batch = fc
  .record({ ...write, start: fc.oneof(fc.constant({ batch: 0 }), fc.record({ item })) })
  .map(({ by, after, lost, start }) =>
    command(`${afterPause(after)}${by} creates ${JSON.stringify(start)}${shownLoss(lost)}`, async (model, lives) => {
      await lives.elapse(after)
      const found = await started({ model, lives, by, lost: null })
      if (found === undefined) return
      const confirmation = await confirmationOf(lives.people[by], found.id)
      const body = { id: found.id, start, confirmation }
      const ask = () => lives.ask(by, { method: 'PUT', path: '/api/campaign-batches', body })
      await written({ model, lives, act: 'created', lost, path: writes, ask })
    }),
  )

const replace = fc
  .record({
    ...write,
    index: fc.constantFrom(0, 1, 1, 1),
    action: fc.constantFrom('exclude', 'delete'),
    isCreated: fc.boolean(),
  })
  .map(({ by, after, lost, index, action, isCreated }) =>
    command(`${afterPause(after)}${by} replaces ${index}, ${action}${shownLoss(lost)}`, async (model, lives) => {
      await lives.elapse(after)
      const found = await started({ model, lives, by, lost: null })
      const replaced = found?.campaign.items[index]
      if (found === undefined || replaced === undefined) return
      // The other half has whatever came before: mostly no new version, or one that is not replicated yet.
      if (isCreated) await created(lives, found.id, by)
      const predecessor = numberOf(replaced.predecessorId)
      const isTouched = () => stateOf(lives, predecessor) !== before
      const before = stateOf(lives, predecessor)
      // What is gone afterwards is judged by the proof below.
      const known = new Set(model.mayBeGone)
      model.mayBeGone.add(predecessor)
      const confirmation = await confirmationOf(lives.people[by], found.id)
      const body = { id: found.id, item: index, action, confirmation }
      const ask = () => lives.ask(by, { method: 'POST', path: '/api/campaign-replacements', body })
      await written({ model, lives, act: 'replaced', lost, path: writes, ask })
      if (isTouched()) {
        expectProof(lives, found.campaign, replaced)
        lives.acts.proven += 1
      } else model.mayBeGone = known
    }),
  )

const again = fc.record({ by: person, after: pause, isSurveyed: fc.boolean() }).map(({ by, after, isSurveyed }) =>
  command(
    `${afterPause(after)}${by} begins a second campaign${isSurveyed ? '' : ', planned before the first'}`,
    async (model, lives) => {
      await lives.elapse(after)
      const first = await started({ model, lives, by, lost: null })
      if (first === undefined) return
      const survey = await surveyOf(lives.people[by], campaignIds)
      const spared = campaignIds.filter((id) => hasSuccessor(lives, numberOf(id)))
      const campaign = isSurveyed ? proposedCampaign(survey) : renumbered(first.campaign)
      if (isSurveyed) expectSpared(campaign, spared)
      if (campaign.items.length === 0) return
      const reply = await lives.ask(by, { method: 'PUT', path: '/api/campaigns', body: campaign })
      const { id } = z.parse(startCampaign.response, reply.body)
      const confirmation = await confirmationOf(lives.people[by], id)
      const sent = { id, start: { batch: 0 }, confirmation }
      const ask = () => lives.ask(by, { method: 'PUT', path: '/api/campaign-batches', body: sent })
      const { status, body } = await written({ model, lives, act: 'created', lost: null, path: writes, ask })
      if (status !== 200) return
      const { rejected } = z.parse(startCampaignBatch.response, body)
      if (rejected.some(({ issues }) => issues.some(({ code }) => code === 'SuccessorExists'))) lives.acts.spared += 1
    },
  ),
)

const look = person.map((by) =>
  command(`${by} opens the campaign`, async (model, lives) => {
    const found = await started({ model, lives, by, lost: null })
    if (found === undefined) return
    const reply = await lives.ask(by, {
      method: 'POST',
      path: '/api/campaign-proofs',
      body: { id: found.id, items: [0, 1] },
    })
    expectRead(reply)
    expectPreserved(model, lives)
  }),
)

/** What people do about the campaign, in any order. */
export const campaignCommands: fc.Arbitrary<Command>[] = [state, batch, batch, replace, replace, replace, again, look]

interface Start {
  model: LivesModel
  lives: ImageLives
  by: Person
  lost: Loss | null
}

/** The campaign, started by this person if nobody has; the same one again for who starts it twice. */
async function started({ model, lives, by, lost }: Start): Promise<LivesModel['campaign']> {
  const known = model.campaign
  const campaign = known?.campaign ?? (await proposed(lives, by))
  if (campaign === undefined || (known !== undefined && lost === null)) return known
  const ask = () => lives.ask(by, { method: 'PUT', path: '/api/campaigns', body: campaign })
  const reply = await written({ model, lives, act: 'stated', lost, path: writes, ask })
  if (reply.status !== 200) return known
  const { id } = z.parse(startCampaign.response, reply.body)
  if (known !== undefined) expect(id).toBe(known.id)
  model.campaign = { id, campaign }
  return model.campaign
}

/** The same versions with other numbers, as from someone who has planned them at the same time. */
function renumbered(campaign: Campaign): Campaign {
  const items = campaign.items.map((each) => ({ ...each, name: each.name.replace(/1$/, '7') }))
  return { ...campaign, items }
}

/** Whether a campaign has created a version in place of this one, which has not failed. */
function hasSuccessor(lives: ImageLives, predecessor: string): boolean {
  return [...lives.inAzure()].some(
    ([name, { tags }]) => tags?.[campaignTags.predecessor] === predecessor && !hasFailed(lives, name),
  )
}

/** Undefined if the versions can't be created again now, for example because one is being changed. */
async function proposed(lives: ImageLives, by: Person): Promise<Campaign | undefined> {
  const survey = await surveyOf(lives.people[by], campaignIds)
  const campaign = proposedCampaign(survey)
  return campaign.items.length === 2 ? campaign : undefined
}

function expectSpared({ items }: Campaign, spared: readonly string[]): void {
  expect(items.filter(({ predecessorId }) => spared.includes(predecessorId))).toEqual([])
}

function expectRead({ status }: Reply): void {
  expect(status).toBe(200)
}

/** Creates all versions of the campaign that are not there yet, and leaves Azure the time for it. */
async function created(lives: ImageLives, id: string, by: Person): Promise<void> {
  const confirmation = await confirmationOf(lives.people[by], id)
  await lives.ask(by, { method: 'PUT', path: '/api/campaign-batches', body: { id, start: { batch: 0 }, confirmation } })
  for (const _ of [1, 2, 3]) await lives.elapse(3_600_000)
}

/** Whether a version is there, is being deleted, or is excluded from latest, in one word. */
function stateOf(lives: ImageLives, name: string): string {
  const found = lives.stored(name)
  if (found === undefined || found.change?.state === 'Deleting') return 'gone'
  return lives.inAzure().get(name)?.properties.publishingProfile.excludeFromLatest === true ? 'excluded' : 'there'
}

/** Asserts that the new version is in every region that was asked for, each disk with its set, and no region failed. */
function expectProof(lives: ImageLives, campaign: Campaign, replaced: CampaignItem): void {
  const name = numberOf(successorId(replaced))
  const { replication } = lives.stored(name) ?? {}
  const stored = lives.inAzure().get(name)
  const found = (stored?.properties.publishingProfile.targetRegions ?? []).map((region) => ({
    region: regionName(region.name),
    os: region.encryption?.osDiskImage?.diskEncryptionSetId?.toLowerCase(),
    data: (region.encryption?.dataDiskImages ?? []).map((disk) => disk.diskEncryptionSetId?.toLowerCase()),
    isReplicated: isReplicated(replication?.[regionName(region.name)], lives.portal.clock.now()),
  }))
  const asked = askedRegions(campaign, replaced).map(({ name: region, encryption }) => ({
    region,
    os: encryption.osDiskImage.toLowerCase(),
    data: encryption.dataDiskImages.map((disk) => disk.diskEncryptionSetId.toLowerCase()),
    isReplicated: true,
  }))
  expect(found).toEqual(asked)
}

function isReplicated(region: { endsAt: number; failure?: string } | undefined, now: number): boolean {
  return region !== undefined && region.failure === undefined && region.endsAt <= now
}

function numberOf(id: string): string {
  return id.split('/').at(-1) ?? ''
}
