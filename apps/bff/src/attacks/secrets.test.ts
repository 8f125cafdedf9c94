import { randomUUID } from 'node:crypto'
import { aPlan } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { ask, startTestPortal } from '../testing/portal.ts'

// What must never be read anywhere, sent through the portal on every way there is.

const production = 'c0470500-0000-4000-8000-00000000a001'
const canary = `canary${randomUUID().replaceAll('-', '')}`

it('F32, S43: no token, secret, SAS header or page of HTML reaches a log or an answer, whatever fails', async () => {
  const portal = await startTestPortal()
  const { faults } = portal.azure
  const asAda = await portal.as('ada@contoso.example')
  const storageAccountId = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Storage/storageAccounts/contosovhds`
  const osDiskUri = `https://contosovhds.blob.core.windows.net/vhds/os.vhd?sv=2024&sig=${canary}`
  const plan = {
    ...aPlan(),
    name: '9.0.0',
    source: { type: 'StorageBlobs', storageAccountId, osDiskUri, dataDisks: [] },
    tags: [{ name: canary, value: canary }],
  }
  const answered = [
    await asAda.get('/api/subscriptions'),
    await asAda.send('PUT', '/api/image-versions', { ...plan, more: canary }),
    await ask(`${portal.url}/api/subscriptions?access_token=${asAda.token}&x=${canary}`),
    await ask(`${portal.url}/api/galleries?subscriptionId=${canary}`, {
      headers: {
        authorization: `Bearer ${asAda.token}`,
        cookie: canary,
        'user-agent': canary,
        'x-correlation-id': canary,
      },
    }),
    await ask(`${portal.url}/${canary}`, { headers: { authorization: `Bearer ${canary}.${canary}.${canary}` } }),
    await ask(`${portal.url}/api/subscriptions`, {
      headers: { authorization: `Bearer ${canary}.${canary}.${canary}` },
    }),
  ]
  for (const status of [403, 502]) {
    // three, as a read is sent twice more
    for (let attempt = 0; attempt < 3; attempt += 1)
      faults.answer({ path: /\/galleries$/ }, { status, body: `<html><script>${canary}</script></html>` })
    answered.push(await asAda.get('/api/galleries', { subscriptionId: production }))
  }
  // Ada signs out elsewhere, so her token is exchanged again; Entra ID's messages can name people and applications
  await (await portal.as('ada@contoso.example')).send('DELETE', '/api/session', { thisTokenOnly: true })
  const refusal = { error: 'invalid_grant', error_description: `AADSTS500133: ${canary}` }
  faults.answer({ method: 'POST', path: /\/token$/ }, { status: 400, body: refusal })
  answered.push(await asAda.get('/api/subscriptions'))
  // the plan with the SAS reaches the rules, whose issues go back to the sender
  await asAda.send('PUT', '/api/image-versions', plan)
  await portal.close()

  const log = [...portal.log, ...portal.audit].join('')
  const bodies = answered.map(({ body, headers }) => JSON.stringify([body, [...headers]])).join('')
  const { clientSecret } = portal.azure.applications.api
  for (const secret of [canary, asAda.token, clientSecret, 'eyJ', '<script>', 'client_secret', 'Bearer ey']) {
    expect(log).not.toContain(secret)
    expect(bodies).not.toContain(secret)
  }
  expect(log).toContain('"event":"token-refused"')
  expect(answered.map(({ status }) => status)).toEqual([200, 400, 401, 400, 404, 401, 502, 502, 403])
})
