import { describe, expect, it } from 'vitest'
import { objectsAt, textAt } from '../../json.ts'
import { startedAzure, type Arm, type StartedAzure } from '../../testing/azure.ts'

const version = 'galleries/contosoGallery/images/ubuntu-web/versions/1.0.0'

async function locked(azure: StartedAzure, scope: string, level: string) {
  const owner = await azure.asOwner()
  const lock = `${scope}/providers/Microsoft.Authorization/locks/keep`
  expect(await owner('PUT', lock, { properties: { level, notes: 'Released' } })).toMatchObject({
    status: 201,
    body: { id: lock, name: 'keep', type: 'Microsoft.Authorization/locks', properties: { level, notes: 'Released' } },
  })
  return { owner, lock }
}

const groupOf = (azure: StartedAzure) => `/subscriptions/${azure.production}/resourceGroups/myResourceGroup`

/** The names of the scopes that a refusal says are locked. */
async function refusedAs(answer: ReturnType<Arm>) {
  const { status, body } = await answer
  const message = textAt(body, 'error', 'message') ?? ''
  expect([status, textAt(body, 'error', 'code')]).toEqual([409, 'ScopeLocked'])
  return message
}

describe('a lock CanNotDelete', () => {
  it.each([
    ['the version', (azure: StartedAzure) => azure.compute(version)],
    ['its definition', (azure: StartedAzure) => azure.compute('galleries/contosoGallery/images/ubuntu-web')],
    ['its gallery', (azure: StartedAzure) => azure.compute('galleries/contosoGallery')],
    ['its group', groupOf],
    ['its subscription', (azure: StartedAzure) => `/subscriptions/${azure.production}`],
  ])('on %s refuses to delete a version, and lets it be changed', async (_, scopeIn) => {
    await using azure = await startedAzure()
    const [ada, scope] = [await azure.as('Ada'), scopeIn(azure)]
    const { owner, lock } = await locked(azure, scope, 'CanNotDelete')
    const path = azure.compute(version)
    expect(await refusedAs(ada('DELETE', path))).toBe(
      `The scope '${path}' cannot perform delete operation because following scope(s) are locked: '${scope}'. Please remove the lock and try again.`,
    )
    expect((await ada('PATCH', path, { tags: { stage: 'released' } })).status).toBe(200)
    expect((await owner('DELETE', lock)).status).toBe(200)
    expect((await owner('DELETE', lock)).status).toBe(204)
    azure.clock.advance(10 * 60_000)
    expect((await ada('DELETE', path)).status).toBe(202)
  })

  it('on one of its resources keeps a group', async () => {
    await using azure = await startedAzure()
    const scope = azure.compute('disks/kept')
    const ada = await azure.as('Ada')
    const body = { location: 'westus', properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 8 } }
    await ada('PUT', scope, body)
    await locked(azure, scope, 'CanNotDelete')
    expect(await refusedAs(ada('DELETE', groupOf(azure)))).toContain(`are locked: '${scope}'`)
  })

  it('leaves a sibling alone, whose name begins with its own', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const body = { location: 'westus', properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 8 } }
    for (const name of ['kept', 'kept2']) await ada('PUT', azure.compute(`disks/${name}`), body)
    await locked(azure, azure.compute('disks/kept'), 'CanNotDelete')
    expect((await ada('DELETE', azure.compute('disks/kept2'))).status).toBe(202)
  })
})

describe('a lock ReadOnly', () => {
  it('refuses to write, to act and to delete, of every provider, and lets everything be read', async () => {
    await using azure = await startedAzure()
    const [ada, group] = [await azure.as('Ada'), groupOf(azure)]
    await locked(azure, group, 'ReadOnly')
    const machine = azure.compute('virtualMachines/web')
    const writes: [string, string, object?][] = [
      ['PATCH', azure.compute(version), { tags: {} }],
      ['DELETE', azure.compute(version)],
      ['POST', `${machine}/start`],
      ['PUT', `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/new`, { location: 'westus' }],
      ['PUT', `${group}/providers/Microsoft.Resources/deployments/new`, { properties: { mode: 'Incremental' } }],
      ['PATCH', group, { tags: {} }],
    ]
    for (const [method, path] of writes) {
      const message = await refusedAs(ada(method, path, {}))
      expect(message).toContain(`'${method === 'POST' ? machine : path}' cannot perform`)
      expect(message).toContain(`${method === 'DELETE' ? 'delete' : 'write'} operation`)
    }
    expect((await ada('GET', azure.compute(version))).status).toBe(200)
    const query = { query: 'Resources | count', subscriptions: [azure.production] }
    expect((await ada('POST', '/providers/Microsoft.ResourceGraph/resources', query)).status).toBe(200)
  })

  it('fails the resource of a deployment, which another group started', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    const other = `/subscriptions/${azure.production}/resourceGroups/other`
    await owner('PUT', other, { location: 'westus' })
    const disk = azure.compute('disks/kept')
    const body = { location: 'westus', properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 8 } }
    await owner('PUT', disk, body)
    await locked(azure, disk, 'ReadOnly')
    const resource = { type: 'Microsoft.Compute/disks', apiVersion: '2024-03-02', name: 'kept', ...body }
    const nested = {
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2024-11-01',
      name: 'inside',
      resourceGroup: 'myResourceGroup',
      properties: { mode: 'Incremental', template: { ...template, resources: [resource] } },
    }
    const path = `${other}/providers/Microsoft.Resources/deployments/outside`
    await owner('PUT', path, { properties: { mode: 'Incremental', template: { ...template, resources: [nested] } } })
    azure.clock.advance(10 * 60_000)
    const { body: ended } = await owner('GET', path)
    expect(textAt(ended, 'properties', 'provisioningState')).toBe('Failed')
    expect(JSON.stringify(ended)).toContain('ScopeLocked')
  })
})

const template = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
}

describe('the locks of a scope', () => {
  it('are those at it, above and below it, and with atScope() not those below', async () => {
    await using azure = await startedAzure()
    const subscription = `/subscriptions/${azure.production}`
    const scopes = [subscription, groupOf(azure), azure.compute('galleries/contosoGallery'), azure.compute(version)]
    const owner = await azure.asOwner()
    for (const [index, scope] of scopes.entries())
      await owner('PUT', `${scope}/providers/Microsoft.Authorization/locks/l${index}`, {
        properties: { level: 'CanNotDelete' },
      })
    const rita = await azure.as('Rita')
    const seenAt = async (scope: string, query = '') => {
      const { body } = await rita('GET', `${scope}/providers/Microsoft.Authorization/locks${query}`)
      return objectsAt(body, 'value')
        .map((lock) => textAt(lock, 'name'))
        .toSorted((a, b) => String(a).localeCompare(String(b)))
    }
    const [, group = '', gallery = ''] = scopes
    expect(await seenAt(subscription)).toEqual(['l0', 'l1', 'l2', 'l3'])
    expect(await seenAt(gallery)).toEqual(['l0', 'l1', 'l2', 'l3'])
    expect(await seenAt(gallery, '?$filter=atScope()')).toEqual(['l0', 'l1', 'l2'])
    expect(await seenAt(azure.compute('disks'), '?$filter=atScope()')).toEqual(['l0', 'l1'])
    expect(await seenAt(group, '?$filter=atScope()')).toEqual(['l0', 'l1'])
    const { body } = await rita('GET', `${group}/resources`)
    expect(JSON.stringify(body)).not.toContain('/locks/')
  })

  it('are set and removed by an owner and who administers access, and by neither a contributor nor who assigns roles', async () => {
    await using azure = await startedAzure()
    const inGroup = `${azure.compute(version)}/providers/Microsoft.Authorization/locks/release`
    const vera = await azure.as('Vera')
    expect((await vera('PUT', inGroup, { properties: { level: 'CanNotDelete' } })).status).toBe(201)
    expect((await vera('DELETE', inGroup)).status).toBe(200)
    const { lock } = await locked(azure, `/subscriptions/${azure.production}`, 'CanNotDelete')
    for (const arm of [await azure.as('Ada'), vera]) {
      for (const method of ['PUT', 'DELETE'])
        expect(await arm(method, lock, { properties: { level: 'ReadOnly' } })).toMatchObject({
          status: 403,
          body: { error: { code: 'AuthorizationFailed' } },
        })
      expect((await arm('GET', lock)).body).toMatchObject({ properties: { level: 'CanNotDelete' } })
    }
  })

  it.each([
    ['an unknown level', 'keep', { level: 'Closed' }, 400, 'InvalidRequestContent'],
    ['notes that are too long', 'keep', { level: 'ReadOnly', notes: 'n'.repeat(513) }, 400, 'InvalidRequestContent'],
    ['a name that Azure forbids', 'a&b', { level: 'ReadOnly' }, 400, 'InvalidLockName'],
  ])('are not made with %s', async (_, name, properties, status, code) => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    const path = `${azure.compute(version)}/providers/Microsoft.Authorization/locks/${name}`
    expect(await owner('PUT', path, { properties })).toMatchObject({ status, body: { error: { code } } })
  })

  it('are not made on what does not exist', async () => {
    await using azure = await startedAzure()
    const owner = await azure.asOwner()
    const path = `${azure.compute('disks/none')}/providers/Microsoft.Authorization/locks/keep`
    expect(await owner('PUT', path, { properties: { level: 'ReadOnly' } })).toMatchObject({
      status: 404,
      body: { error: { code: 'ResourceNotFound' } },
    })
  })
})
