import { describe, expect, it } from 'vitest'
import { startedAzure } from '../../testing/azure.ts'
import { madeVault } from '../../testing/sets.ts'

const objectId = 'c0470500-0000-4000-8000-00000000abcd'

describe('the access policies of a vault', () => {
  it('are added to, narrowed and set anew, object by object', async () => {
    await using azure = await startedAzure()
    const { arm, id } = await madeVault(azure, { enableRbacAuthorization: false })
    const put = (kind: string, keys: string[]) =>
      arm('PUT', `${id}/accessPolicies/${kind}`, {
        properties: { accessPolicies: [{ objectId, permissions: { keys } }] },
      })
    const held = async () => (await arm('GET', id)).body
    expect((await put('add', ['get'])).status).toBe(200)
    await put('add', ['wrapKey', 'unwrapKey'])
    const all = { objectId, permissions: { keys: ['get', 'wrapkey', 'unwrapkey'] } }
    expect(await held()).toMatchObject({ properties: { accessPolicies: [all] } })
    await put('remove', ['unwrapKey'])
    expect(await held()).toMatchObject({
      properties: { accessPolicies: [{ permissions: { keys: ['get', 'wrapkey'] } }] },
    })
    await put('replace', ['list'])
    expect(await held()).toMatchObject({ properties: { accessPolicies: [{ permissions: { keys: ['list'] } }] } })
    await put('remove', ['list'])
    expect(await held()).toMatchObject({ properties: { accessPolicies: [] } })
  })

  it('take no other operation', async () => {
    await using azure = await startedAzure()
    const { arm, id } = await madeVault(azure)
    expect((await arm('PUT', `${id}/accessPolicies/append`, { properties: { accessPolicies: [] } })).status).toBe(400)
  })
})
