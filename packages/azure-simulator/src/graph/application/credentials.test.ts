import { generate } from 'selfsigned'
import { describe, expect, it } from 'vitest'
import { objectsAt, valueAt, type JsonObject } from '../../json.ts'
import { startedAzure, textOf } from '../../testing/azure.ts'
import { graphOf, newSecretOf, registeredPortal } from '../../testing/graph.ts'

const credential = {
  name: 'portal-in-aks',
  issuer: 'https://oidc.example/cluster',
  subject: 'system:serviceaccount:portal:portal',
  audiences: ['api://AzureADTokenExchange'],
}

describe('secrets', () => {
  it('are told once, and never shown again', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api } = await registeredPortal(graph)
    const secret = await newSecretOf(graph, api, { displayName: 'trial' })
    expect(secret).toMatch(/^[\w~.-]{40}$/)
    const { body, text } = await graph('GET', `applications/${api.id}`)
    expect(objectsAt(body, 'passwordCredentials')).toMatchObject([
      { displayName: 'trial', hint: secret.slice(0, 3), secretText: null },
    ])
    expect(text).not.toContain(secret)
    const kept = [...azure.simulator.world.directoryChanges.values()]
    expect(JSON.stringify(kept)).not.toContain(secret)
  })

  it('are removed by their key id', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api } = await registeredPortal(graph)
    await newSecretOf(graph, api)
    const { body } = await graph('GET', `applications/${api.id}`)
    const keyId = valueAt(body, 'passwordCredentials', 0, 'keyId') ?? null
    const remove = () => graph('POST', `applications/${api.id}/removePassword`, { body: { keyId } })
    expect((await remove()).status).toBe(204)
    expect((await remove()).status).toBe(400)
  })
})

describe('certificates', () => {
  it('are put beside others, which come back without their keys', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api } = await registeredPortal(graph)
    const keys = await Promise.all(['one', 'two'].map(async (name) => derOf((await aCertificate(name)).cert)))
    const facts = { type: 'AsymmetricX509Cert', usage: 'Verify' }
    const put = (keyCredentials: JsonObject[]) => graph('PATCH', `applications/${api.id}`, { body: { keyCredentials } })
    const shown = async () => objectsAt((await graph('GET', `applications/${api.id}`)).body, 'keyCredentials')
    expect((await put([{ ...facts, key: keys[0] ?? '' }])).status).toBe(204)
    const before = await shown()
    expect(before).toMatchObject([{ key: null, displayName: 'CN=one', ...facts }])
    expect((await put([...before, { ...facts, key: keys[1] ?? '' }])).status).toBe(204)
    const after = await shown()
    expect(after.map(({ displayName }) => displayName)).toEqual(['CN=one', 'CN=two'])
    expect(after[0]).toEqual(before[0])
  })

  it.each([
    ['that is none', { key: 'bm90IGEgY2VydGlmaWNhdGU=' }, 'KeyCredentialsInvalidKey'],
    ['for longer than it is good', { endDateTime: '2199-01-01T00:00:00Z' }, 'KeyCredentialsInvalidEndDate'],
  ])('are refused: one %s', async (_, change, code) => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api } = await registeredPortal(graph)
    const key = derOf((await aCertificate('one')).cert)
    const keyCredentials = [{ type: 'AsymmetricX509Cert', usage: 'Verify', key, ...change }]
    const answer = await graph('PATCH', `applications/${api.id}`, { body: { keyCredentials } })
    expect([answer.status, valueAt(answer.body, 'error', 'details', 0, 'code')]).toEqual([400, code])
  })
})

describe('federated identity credentials', () => {
  it('are made, found by id and by name, changed and removed', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api } = await registeredPortal(graph)
    const all = `applications(appId='${api.appId}')/federatedIdentityCredentials`
    const made = await graph('POST', all, { body: credential })
    expect([made.status, made.body]).toMatchObject([201, credential])
    for (const key of [`/${textOf(made.body, 'id')}`, '/portal-in-aks', "(name='portal-in-aks')"])
      expect((await graph('GET', all + key)).body).toMatchObject(credential)
    expect((await graph('PATCH', `${all}/portal-in-aks`, { body: { subject: 'another' } })).status).toBe(204)
    const { body } = await graph('GET', `${all}?$filter=subject eq 'another'`)
    expect(objectsAt(body, 'value')).toMatchObject([{ name: 'portal-in-aks', issuer: credential.issuer }])
    expect((await graph('DELETE', `${all}/portal-in-aks`)).status).toBe(204)
    expect((await graph('GET', `${all}/portal-in-aks`)).status).toBe(404)
  })

  it('are made or changed by one PATCH to their name', async () => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api } = await registeredPortal(graph)
    const { name, ...body } = credential
    const upsert = () =>
      graph('PATCH', `applications/${api.id}/federatedIdentityCredentials(name='${name}')`, {
        body,
        prefer: 'create-if-missing',
      })
    expect((await upsert()).status).toBe(201)
    expect((await upsert()).status).toBe(204)
  })

  it.each([
    ['the same name', { subject: 'another' }, 409],
    ['the same issuer and subject', { name: 'another' }, 400],
    ['an issuer without TLS', { name: 'another', issuer: 'http://oidc.example' }, 400],
    ['two audiences', { name: 'another', subject: 'another', audiences: ['one', 'two'] }, 400],
    ['a name that no URL takes', { name: 'a b', subject: 'another' }, 400],
  ])('are not made with %s', async (_, change, status) => {
    await using azure = await startedAzure()
    const graph = await graphOf(azure.simulator)
    const { api } = await registeredPortal(graph)
    const all = `applications/${api.id}/federatedIdentityCredentials`
    await graph('POST', all, { body: credential })
    expect((await graph('POST', all, { body: { ...credential, ...change } })).status).toBe(status)
  })
})

function aCertificate(name: string) {
  return generate([{ name: 'commonName', value: name }], { algorithm: 'sha256' })
}

function derOf(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, '')
}
