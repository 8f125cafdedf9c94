import { InvalidResourceId } from '@portal/arm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { answers, azureAt, startScriptedArm, type ScriptedArm, type TestAzure } from '../../testing/arm.ts'
import { permissionsAt } from '../subscriptions/permissions.ts'
import { armUrl, listAt } from './arm-request.ts'
import { ForeignOrigin } from './pinned-origin.ts'
import { allOf } from './sdk-answers.ts'

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

const url = armUrl('/subscriptions/s/resourceGroups/Gruppe (ä)/providers', { 'api-version': '2022-04-01' })
const names = () => allOf(z.string(), listAt(test.azure, url))

describe('a request that no client of the SDK knows', () => {
  it('carries the token, the correlation id and the api-version, and the path as Azure takes it', async () => {
    arm.script = [answers(200, { value: [] })]
    await names()
    expect(arm.received[0]).toMatchObject({
      method: 'GET',
      url: '/subscriptions/s/resourceGroups/Gruppe%20(%C3%A4)/providers?api-version=2022-04-01',
      headers: {
        authorization: 'Bearer arm-token',
        'x-ms-correlation-request-id': '0c0c0c0c-1111-4222-8333-444444444444',
      },
    })
  })

  it('follows a list to its last page, through empty ones', async () => {
    arm.script = [
      answers(200, { value: ['one'], nextLink: `${arm.url}/next?$skiptoken=1` }),
      answers(200, { value: [], nextLink: `${arm.url}/next?$skiptoken=2` }),
      answers(200, { value: ['two'] }),
    ]
    expect(await names()).toEqual(['one', 'two'])
    expect(arm.received.map((request) => request.url)).toEqual([url, '/next?$skiptoken=1', '/next?$skiptoken=2'])
  })

  it('goes to no other origin, whatever a page says', async () => {
    arm.script = [answers(200, { value: [], nextLink: 'https://elsewhere.example/next' })]
    await expect(names()).rejects.toBeInstanceOf(ForeignOrigin)
  })

  it('sends a write once, with its body', async () => {
    arm.script = [answers(503, { error: { code: 'Busy', message: 'No.' } })]
    await expect(test.azure.send({ method: 'PATCH', url, body: { a: 1 } })).rejects.toMatchObject({ reason: 'server' })
    expect(arm.received.map(({ method, body }) => [method, body])).toEqual([['PATCH', '{"a":1}']])
  })
})

it.each(['/subscriptions/s/../../providers', '/a/.', '/a/..', '/a?b', '/a#b', '/a\\b', '//evil.example/a'])(
  '%s is no address of a resource',
  (path) => {
    expect(() => armUrl(path, { 'api-version': '2022-04-01' })).toThrow(InvalidResourceId)
  },
)

describe('what a caller may do', () => {
  it.each([
    [
      'a role for everything but granting',
      [{ actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'] }],
      false,
    ],
    ['a role for granting beside it', [{ actions: ['*'], notActions: ['*'] }, { actions: ['*/Write'] }], true],
    ['an action by name, in another case', [{ actions: ['microsoft.authorization/roleAssignments/WRITE'] }], true],
    ['an action that only begins alike', [{ actions: ['Microsoft.Authorization/roleAssignments/writ'] }], false],
    ['no role', [], false],
  ])('with %s', async (_, value, isAllowed) => {
    arm.script = [answers(200, { value })]
    const permissionFor = await permissionsAt(test.azure, '/subscriptions/s')
    expect(permissionFor('Microsoft.Authorization/roleAssignments/write')).toBe(isAllowed ? 'allowed' : 'forbidden')
  })
})
