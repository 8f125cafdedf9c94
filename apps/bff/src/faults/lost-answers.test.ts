import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, encryptedPlan, put, puts, read, versionId, versionPath } from '../testing/faults.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

// A write is sent once; whatever happens to its response, Azure is read and has one version or none.

let portal: TestPortal
let asAda: SignedIn
beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

const gaveUp = { status: 504, body: { error: { code: 'GatewayTimeout', message: 'Too slow.' } } }
const failed = { status: 500, body: { error: { code: 'InternalServerError', message: 'Sorry.' } } }

it.each<[string, (faults: TestPortal['azure']['faults']) => void]>([
  ['F03: with the connection', (faults) => faults.dropAnswer(put)],
  ['F04: to a gateway that gives up', (faults) => faults.replaceAnswer(put, gaveUp)],
  ['F05: to a failure of Azure', (faults) => faults.replaceAnswer(put, failed)],
  ['F34: in the middle', (faults) => faults.truncateAnswer(put)],
])('%s, though Azure took it on, Azure is read and the version shown with its progress', async (_, lose) => {
  lose(portal.azure.faults)
  expect(await create(asAda)).toMatchObject({ status: 200, body: { id: versionId } })
  expect(puts(portal)).toHaveLength(1)
  const { body } = await read(asAda)
  expect(body).toMatchObject({ provisioningState: 'Creating', aggregatedState: 'InProgress' })
})

it.each([
  ['F06: Azure failed', failed],
  ['F04: the gateway gave up', gaveUp],
  ['F33: a page of HTML came', { status: 200, body: '<html>Please wait</html>' }],
])('%s and nothing was created: it says so, does not send again, and is created once when asked', async (_, answer) => {
  portal.azure.faults.answer(put, answer)
  const reply = await create(asAda)
  expect(reply.status).toBeGreaterThanOrEqual(502)
  expect(reply.problem().code).toBe('AzureUnavailable')
  expect(portal.azure.world.store.get(versionId)).toBeUndefined()
  expect(await create(asAda)).toMatchObject({ status: 200 })
  expect(puts(portal)).toHaveLength(1)
})

it('F03: a request that is lost on the way out has created nothing, and it says so', async () => {
  portal.azure.faults.reset(put)
  expect((await create(asAda)).problem()).toMatchObject({ status: 502, code: 'AzureUnavailable' })
  expect(puts(portal)).toHaveLength(0)
})

it('F03: where Azure cannot be read either, the outcome is unknown; asked again, it is found', async () => {
  const { faults } = portal.azure
  faults.hold({ method: 'GET', path: versionPath }).release() // the read before it succeeds
  faults.dropAnswer(put)
  for (let attempt = 0; attempt < 3; attempt += 1) faults.answer({ method: 'GET', path: versionPath }, failed)
  expect((await create(asAda)).problem()).toMatchObject({ status: 502, code: 'OutcomeUnknown' })
  expect(await create(asAda)).toMatchObject({ status: 200, body: { id: versionId } })
  expect(puts(portal)).toHaveLength(1)
})

it('F07: what the user may not read is not written over, and after a lost answer not told as nothing', async () => {
  const { faults } = portal.azure
  const hidden = { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'You may not read this.' } } }
  faults.answer({ method: 'GET', path: versionPath }, hidden)
  expect((await create(asAda)).problem()).toMatchObject({ status: 403, code: 'ForbiddenByAzure' })
  expect(puts(portal)).toHaveLength(0)

  faults.hold({ method: 'GET', path: versionPath }).release() // the read before it succeeds
  faults.dropAnswer(put)
  faults.answer({ method: 'GET', path: versionPath }, hidden)
  expect((await create(asAda)).problem()).toMatchObject({ status: 502, code: 'OutcomeUnknown' })
  expect(puts(portal)).toHaveLength(1)
})

it('F07: where somebody else took the name meanwhile, theirs stays as it is', async () => {
  await create(asAda, { ...encryptedPlan(), excludeFromLatest: true })
  const { faults } = portal.azure
  const nothing = { status: 404, body: { error: { code: 'ResourceNotFound', message: 'Not yet.' } } }
  faults.answer({ method: 'GET', path: versionPath }, nothing)
  faults.answer({ method: 'GET', path: /\/versions$/ }, { status: 200, body: { value: [] } })
  faults.answer(put, gaveUp)
  expect((await create(asAda)).problem()).toMatchObject({
    code: 'ImageVersionExists',
    differences: [{ field: 'publishingProfile.excludeFromLatest', asked: 'false', stored: 'true' }],
  })
})
