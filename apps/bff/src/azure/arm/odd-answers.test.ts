import { parseResourceId } from '@portal/arm'
import { imageVersionId, isSettled } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answers, azureAt, startScriptedArm, type ScriptedArm, type TestAzure } from '../../testing/arm.ts'
import { getImageVersion, putImageVersion } from '../image-versions/image-versions.ts'
import { NoClearAnswer } from './arm-reply.ts'
import { ForeignOrigin } from './pinned-origin.ts'

// Responses of ARM that are well-formed, but unexpected.

let arm: ScriptedArm
let test: TestAzure
beforeEach(async () => {
  arm = await startScriptedArm()
  test = azureAt(arm.url)
})
afterEach(async () => {
  await test.close()
  await arm.close()
})

const plan = aPlan()
const id = parseResourceId(imageVersionId(plan))
const aVersion = (provisioningState: unknown, state: unknown = 'Completed') => ({
  id: imageVersionId(plan),
  name: id.names[2],
  location: 'westus',
  properties: {
    provisioningState,
    publishingProfile: { targetRegions: [{ name: 'West US' }] },
    storageProfile: {},
    replicationStatus: { aggregatedState: state, summary: [{ region: 'West US', state, progress: 100 }] },
  },
})

it('F24: a state that nobody knows, none, or a number counts as under way', async () => {
  const ended = new Set<unknown>(['Succeeded', 'Failed', 'Completed'])
  const states = fc.oneof(fc.string(), fc.jsonValue(), fc.constantFrom('Accepted', 'Resuming', undefined))
  await fc.assert(
    fc.asyncProperty(
      states.filter((state) => !ended.has(state)),
      states,
      async (provisioningState, state) => {
        arm.script = [answers(200, aVersion(provisioningState, state))]
        const version = await getImageVersion(test.azure, id)
        expect(isSettled(version.provisioningState, version.targetRegions)).toBe(false)
      },
    ),
  )
})

it('F22: progress that cannot be read ten times is no failure, and goes on where it was', async () => {
  arm.script = [answers(503, { error: { code: 'ServerBusy', message: 'No.' } })]
  for (let poll = 0; poll < 10; poll += 1)
    await expect(getImageVersion(test.azure, id)).rejects.toBeInstanceOf(NoClearAnswer)
  arm.script = [answers(200, aVersion('Creating', 'Replicating'))]
  expect(await getImageVersion(test.azure, id)).toMatchObject({ provisioningState: 'Creating' })
})

it.each([
  ['elsewhere', 'https://elsewhere.example/operations/1'],
  ['below this host', '/subscriptions/s/operations/1'],
  ['four thousand characters long', `https://elsewhere.example/${'x'.repeat(4000)}`],
])('F38: the address of an operation that is %s is not followed after a write', async (_, address) => {
  const headers = { 'azure-asyncoperation': address, location: address }
  arm.script = [answers(201, aVersion('Creating'), headers)]
  expect(await putImageVersion(test.azure, id, plan)).toMatchObject({ id: imageVersionId(plan) })
  expect(arm.received).toHaveLength(1)
})

it('F38: an address where an answer is to be had is followed at ARM only, however long', async () => {
  arm.script = [answers(200, {})]
  const ask = (url: string) => test.azure.start({ method: 'GET', url })
  await expect(ask('https://elsewhere.example/operations/1')).rejects.toBeInstanceOf(ForeignOrigin)
  await expect(ask('//elsewhere.example/operations/1')).rejects.toBeInstanceOf(ForeignOrigin)
  expect(arm.received).toHaveLength(0)
  expect((await ask(`/operations/${'x'.repeat(4000)}`)).status).toBe(200)
})

it('F40: forged keys, huge numbers, lone surrogates and marks are parsed or refused, and change nothing else', async () => {
  const oddities = fc.constantFrom(
    '"__proto__":{"polluted":true}',
    '"constructor":{"prototype":{"polluted":true}}',
    '"properties":{"__proto__":{"provisioningState":"Succeeded"}}',
    '"tags":{"__proto__":"x","a":"b"}',
    '"location":"\\ud800"',
    '"properties":1e400',
    '"name":NaN',
    '"id":-0',
  )
  const whole = JSON.stringify(aVersion('Creating', 'Replicating')).slice(0, -1)
  await fc.assert(
    fc.asyncProperty(fc.array(oddities, { maxLength: 4 }), fc.boolean(), async (odd, hasMark) => {
      const text = `${hasMark ? '\uFEFF' : ''}${[whole, ...odd].join(',')}}`
      arm.script = [
        (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from(text)),
      ]
      const outcome = await getImageVersion(test.azure, id).then(
        ({ provisioningState }) => provisioningState,
        (error: unknown) => error instanceof NoClearAnswer && 'refused',
      )
      expect(['Creating', 'refused']).toContain(outcome)
      expect('polluted' in {}).toBe(false)
      expect('provisioningState' in {}).toBe(false)
    }),
  )
})
