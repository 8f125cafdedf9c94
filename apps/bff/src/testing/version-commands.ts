import { regionName } from '@portal/arm'
import type { StoredVersion, TargetRegion } from '@portal/image-version'
import { noChange, type VersionChange } from '@portal/version-update'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { anEncryptedRegion } from './encrypted-region.ts'
import { id, regionsOf, setsOf, type Model, type ModelledVersion, type Person } from './modelled-version.ts'

// What people, other clients and time do to the version of the model test.

type Command = fc.AsyncCommand<Model, ModelledVersion>
type Run = (model: Model, version: ModelledVersion) => Promise<void>

const prefixes = { eastus2: 'EastUS2', westeurope: 'WestEurope', uksouth: 'UKSouth', italynorth: 'ItalyNorth' }
const others = fc.constantFrom(...Object.keys(prefixes))
const region = fc.constantFrom('westus', ...Object.keys(prefixes))
const person = fc.constantFrom<Person>('Ada', 'Ben')
const replicas = fc.integer({ min: 1, max: 9 })

const change: fc.Arbitrary<VersionChange> = fc
  .record({
    added: fc.uniqueArray(others, { maxLength: 2 }),
    removed: fc.uniqueArray(others, { maxLength: 1 }),
    changed: fc.uniqueArray(region, { maxLength: 1 }),
    count: fc.option(replicas),
    excludeFromLatest: fc.option(fc.boolean()),
    endOfLifeDate: fc.constantFrom(null, null, '', '2030-12-01', '2031-01-01'),
    allowDeletionOfReplicatedLocations: fc.option(fc.boolean()),
  })
  .map(({ added, removed, changed, count, ...facts }) => ({
    ...noChange(),
    ...facts,
    addedRegions: added.map(encrypted),
    removedRegions: removed,
    changedRegions: changed.map((name) => ({ name, regionalReplicaCount: count, excludeFromLatest: null })),
  }))

const update = fc.tuple(person, change).map(([by, wanted]) =>
  command(`${by} updates ${shown(wanted)}`, async (model, version) => {
    const { fingerprint, version: stored } = await version.read(by)
    model.fingerprints.add(fingerprint)
    const fitting = fittingChange(wanted, stored)
    const { status } = await version.ask(by, '/api/image-version-updates', { id, change: fitting, fingerprint })
    accepted(model, version, { act: 'update', status, wanted: fitting })
  }),
)

const staleUpdate = fc.tuple(person, change).map(([by, wanted]) =>
  command(`${by} updates what was there once ${shown(wanted)}`, async (model, version) => {
    const { fingerprint: current } = await version.read(by)
    const fingerprint = [...model.fingerprints].find((known) => known !== current)
    if (fingerprint === undefined) return
    version.expectPreserved(model)
    const { status } = await version.ask(by, '/api/image-version-updates', { id, change: wanted, fingerprint })
    refusedAsStale(model, version, status)
  }),
)

const rollout = fc.tuple(person, fc.uniqueArray(others, { minLength: 2, maxLength: 3 })).map(([by, names]) =>
  command(`${by} rolls out ${names.join(', then ')}`, async (model, version) => {
    const { fingerprint, version: stored } = await version.read(by)
    model.fingerprints.add(fingerprint)
    const added = names.filter((name) => !regionsOf(stored).has(name))
    if (added.length === 0) return
    const wanted = { ...noChange(), addedRegions: added.map(encrypted) }
    const asked = { id, change: wanted, fingerprint, batches: added.map((name) => [name]) }
    const { status } = await version.ask(by, '/api/rollouts', asked)
    accepted(model, version, { act: 'rollout', status, wanted })
  }),
)

const repair = fc.tuple(person, fc.nat({ max: 9 })).map(([by, which]) =>
  command(`${by} repairs region ${which}`, async (model, version) => {
    const { fingerprint, version: stored } = await version.read(by)
    model.fingerprints.add(fingerprint)
    const there = [...regionsOf(stored)].filter(([name]) => name !== 'westus')
    const [name, { encryption }] = there[which % there.length] ?? ['', {}]
    if (name === '') return
    const { status } = await version.ask(by, '/api/region-repairs', { id, regions: [name], fingerprint })
    if (status === 200) model.mayAdd.set(name, setsOf(encryption))
    accepted(model, version, { act: 'repair', status, wanted: { ...noChange(), removedRegions: [name] } })
  }),
)

const tag = fc.nat({ max: 99 }).map((number) => ({ tags: { owner: `team-${number}` } }))

const elsewhere = fc.oneof(
  tag.map((tags) => byAnother('tags it', (stored) => ({ ...stored, ...tags }))),
  replicas.map((count) =>
    byAnother(`wants ${count} replicas everywhere`, (stored) =>
      withRegions(stored, (each) => ({ ...each, regionalReplicaCount: count })),
    ),
  ),
  // az sig image-version update sends no encryption: https://github.com/Azure/azure-cli/issues/31937
  replicas.map((count) =>
    byAnother(`is az and wants ${count} replicas`, (stored) =>
      withRegions(stored, ({ name }) => ({ name, regionalReplicaCount: count })),
    ),
  ),
)

const tagAtOnce = tag.map(({ tags: { owner } }) =>
  command(`somebody tags it ${owner} between two steps`, (model, version) => {
    version.tagAtOnce(owner)
    version.adopt(model)
    return Promise.resolve()
  }),
)

const elapse = fc.constantFrom(20_000, 90_000, 600_000).map((milliseconds) =>
  command(`${milliseconds / 1000} s go by`, async (model, version) => {
    await version.elapse(milliseconds)
    version.expectPreserved(model)
  }),
)

/** In any order; time more often, or Azure would nearly always be changing the version. */
export const versionCommands: fc.Arbitrary<Command>[] = [
  update,
  update,
  staleUpdate,
  rollout,
  repair,
  elsewhere,
  tagAtOnce,
  elapse,
  elapse,
  elapse,
]

function command(name: string, run: Run): Command {
  return { check: () => true, run, toString: () => name }
}

function byAnother(name: string, changed: (stored: StoredVersion) => StoredVersion): Command {
  return command(`another client ${name}`, async (model, version) => {
    await version.elapse(0)
    version.expectPreserved(model)
    await version.elsewhere(changed)
    version.adopt(model)
    version.acts.other += 1
  })
}

interface Asked {
  act: 'update' | 'rollout' | 'repair'
  status: number
  wanted: VersionChange
}

/** It might have no effect at all. */
function refusedAsStale(model: Model, version: ModelledVersion, status: number): void {
  expect(status).toBe(409)
  version.expectPreserved({ ...model, mayAdd: new Map(), mayRemove: new Set(), mayChange: new Set() })
  version.acts.stale += 1
}

/** What was accepted might happen; what was refused must not. */
function accepted(model: Model, version: ModelledVersion, { act, status, wanted }: Asked): void {
  expect([200, 409, 422, 400]).toContain(status)
  version.acts[status === 200 ? act : 'refused'] += 1
  if (status === 200) {
    for (const { name, encryption } of wanted.addedRegions) {
      const { osDiskImage, dataDiskImages } = encryption
      model.mayAdd.set(name, setsOf({ osDiskImage: { diskEncryptionSetId: osDiskImage }, dataDiskImages }))
    }
    for (const name of wanted.removedRegions) model.mayRemove.add(regionName(name))
    for (const { name } of wanted.changedRegions) model.mayChange.add(regionName(name))
  }
  version.expectPreserved(model)
}

/** The possible part of a change: it adds what does not exist, and removes and changes what does. */
function fittingChange(wanted: VersionChange, stored: StoredVersion): VersionChange {
  const there = regionsOf(stored)
  const removedRegions = wanted.removedRegions.filter((name) => there.has(name))
  return {
    ...wanted,
    removedRegions,
    addedRegions: wanted.addedRegions.filter(({ name }) => !there.has(name)),
    changedRegions: wanted.changedRegions.filter(({ name }) => there.has(name) && !removedRegions.includes(name)),
  }
}

function encrypted(name: string): TargetRegion {
  const prefix = Object.entries(prefixes).find(([known]) => known === name)?.[1] ?? ''
  return anEncryptedRegion(name, prefix)
}

type Region = StoredVersion['properties']['publishingProfile']['targetRegions'][number]

function withRegions(stored: StoredVersion, changed: (region: Region) => Region): StoredVersion {
  const { publishingProfile } = stored.properties
  const targetRegions = publishingProfile.targetRegions.map(changed)
  return { ...stored, properties: { ...stored.properties, publishingProfile: { ...publishingProfile, targetRegions } } }
}

function shown({ addedRegions, removedRegions, changedRegions, ...facts }: VersionChange): string {
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
  const added = addedRegions.map(({ name }) => name)
  return JSON.stringify({ added, removedRegions, changedRegions, ...said })
}
