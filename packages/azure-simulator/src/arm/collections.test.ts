import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, type JsonObject } from '../json.ts'
import { startedAzure } from '../testing/azure.ts'

const namesOf = (body: JsonObject) => objectsAt(body, 'value').map(({ name }) => name)

describe('a list in pages', () => {
  it('has pages that are empty and still lead on, where the caller may not read what is on them', async () => {
    await using azure = await startedAzure({ pageSize: 1 })
    const { simulator, production } = azure
    const vaults = `/subscriptions/${production}/providers/Microsoft.KeyVault/vaults`
    const last = simulator.world.store.list(`/subscriptions/${production}`, 'Microsoft.KeyVault/vaults').at(-1)
    simulator.world.roleAssignments.push({
      principalId: simulator.world.users.find(({ displayName }) => displayName.startsWith('Noor'))?.id ?? '',
      role: 'Reader',
      scope: last?.id ?? '',
    })
    const noor = await azure.as('Noor')
    const first = await noor('GET', vaults)
    expect(first.body).toEqual({ value: [], nextLink: expect.stringMatching(/&%24skiptoken=1$/) as unknown })
    const found: unknown[] = []
    for (let link = textAt(first.body, 'nextLink'); link !== undefined;) {
      const { body } = await noor('GET', link)
      found.push(...namesOf(body))
      link = textAt(body, 'nextLink')
    }
    expect(found).toEqual([last?.name])
  })

  it('of image versions follows their numbers from page to page', async () => {
    await using azure = await startedAzure({ pageSize: 2 })
    const ada = await azure.as('Ada')
    const { store } = azure.simulator.world
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions')
    const version = store.get(`${path}/1.0.0`)
    if (version === undefined) throw new Error('Contoso has no version 1.0.0')
    for (const name of ['10.0.0', '2.0.10', '2.0.9']) store.put({ ...version, id: `${path}/${name}`, name })
    const found: unknown[] = []
    for (let link: string | undefined = path; link !== undefined;) {
      const { body } = await ada('GET', link)
      found.push(...namesOf(body))
      link = textAt(body, 'nextLink')
    }
    expect(found.slice(-3)).toEqual(['2.0.9', '2.0.10', '10.0.0'])
  })
})
