import { describe, expect, it } from 'vitest'
import { call, programToken, startedAzure, textOf } from '../testing/azure.ts'
import { graphWith } from '../testing/graph.ts'

describe('a token for an address of this cloud', () => {
  it.each(['/.default', '//.default'])('is for Azure Resource Manager at its own origin (%s)', async (ending) => {
    await using azure = await startedAzure()
    const token = await programToken(azure.simulator, azure.simulator.resourceManager + ending)
    expect((await call(azure.simulator, { method: 'GET', path: '/subscriptions', token })).status).toBe(200)
  })

  it('is for Microsoft Graph at the address that the cloud tells for it', async () => {
    await using azure = await startedAzure()
    const { body } = await call(azure.simulator, { method: 'GET', path: '/metadata/endpoints' })
    const address = textOf(body, 'microsoftGraphResourceId')
    expect(address).toBe(`${azure.simulator.url}/graph/`)
    const token = await programToken(azure.simulator, `${address}/.default`)
    expect((await graphWith(azure.simulator, token)('GET', 'organization')).status).toBe(200)
  })
})
