import { describe, expect, it } from 'vitest'
import { objectsAt, textAt } from '../../json.ts'
import { startedAzure } from '../../testing/azure.ts'
import { madeVault } from '../../testing/sets.ts'

describe('the keys of a vault', () => {
  it('keep their versions, the newest of which is the key', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    const first = await vault.key('disk-key')
    azure.clock.advance(60_000)
    const { body } = await vault.keys('POST', '/keys/disk-key/rotate')
    const second = textAt(body, 'key', 'kid') ?? ''
    expect(second).not.toBe(first)
    expect((await vault.keys('GET', '/keys/disk-key/')).body).toEqual(body)
    expect((await vault.keys('GET', new URL(first).pathname)).body).toMatchObject({ key: { kid: first } })
    const listed = objectsAt((await vault.keys('GET', '/keys/disk-key/versions')).body, 'value')
    expect(listed.map(({ kid }) => kid)).toEqual([first, second])
    const inArm = objectsAt((await vault.arm('GET', `${vault.id}/keys/disk-key/versions`)).body, 'value')
    expect(new Set(inArm.map(({ name }) => name))).toEqual(new Set([first, second].map((kid) => kid.split('/').at(-1))))
    expect((await vault.keys('GET', '/keys')).body).toMatchObject({
      value: [{ kid: 'https://kv-new.vault.azure.net/keys/disk-key' }],
    })
  })

  it('may leave the vault only if they were made so', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    for (const exportable of [true, false]) {
      await vault.key('disk-key', { exportable })
      expect((await vault.keys('GET', '/keys/disk-key')).body).toMatchObject({ attributes: { exportable } })
    }
  })

  it('are enabled and disabled version by version', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    const first = await vault.key('disk-key')
    const second = await vault.key('disk-key')
    const { pathname } = new URL(first)
    expect((await vault.keys('PATCH', pathname, { attributes: { enabled: false } })).body).toMatchObject({
      key: { kid: first },
      attributes: { enabled: false },
    })
    expect((await vault.keys('GET', '/keys/disk-key')).body).toMatchObject({
      key: { kid: second },
      attributes: { enabled: true },
    })
  })

  it('keep a policy of rotation over their versions', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    await vault.key('disk-key')
    const lifetimeActions = [{ trigger: { timeAfterCreate: 'P90D' }, action: { type: 'Rotate' } }]
    const policy = '/keys/disk-key/rotationpolicy'
    expect((await vault.keys('GET', policy)).body).toMatchObject({ lifetimeActions: [{ action: { type: 'Notify' } }] })
    expect((await vault.keys('PUT', policy, { lifetimeActions })).status).toBe(200)
    await vault.keys('POST', '/keys/disk-key/rotate')
    expect((await vault.keys('GET', policy)).body).toMatchObject({ lifetimeActions })
  })

  it('are not found where there are none', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    expect(await vault.keys('POST', '/keys/none/rotate')).toMatchObject({
      status: 404,
      body: { error: { code: 'KeyNotFound' } },
    })
  })
})
