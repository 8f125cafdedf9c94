import { register } from '@portal/portal-api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { create, encryptedPlan, imageDefinitionId, production, put, puts, setId, versionId } from '../testing/faults.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

let portal: TestPortal
let asAda: SignedIn
beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

it.each(['GET', 'PUT'])(
  'F32: a gateway’s page of HTML in answer to a %s is neither shown nor logged',
  async (method) => {
    const page = { status: 502, body: '<html><script>alert("canary")</script>Bad gateway</html>' }
    for (let attempt = 0; attempt < 3; attempt += 1) portal.azure.faults.answer({ method, path: /\/versions/ }, page)
    const reply = method === 'GET' ? await asAda.get('/api/image-versions', { imageDefinitionId }) : await create(asAda)
    expect(reply.problem()).toMatchObject({ status: 502, code: 'AzureUnavailable' })
    expect(JSON.stringify(reply.body) + portal.log.join('')).not.toMatch(/canary|script|Bad gateway<|<html/)
    expect(puts(portal)).toHaveLength(0)
  },
)

it('F30: a right that is missing on a linked set is named, with its scope and its cell', async () => {
  const scope = setId('WestUSDiskEncryptionSet1')
  const action = 'Microsoft.Compute/diskEncryptionSets/read'
  const message = `The client 'ada' with object id 'x' has permission to perform action 'Microsoft.Compute/galleries/images/versions/write' on scope '${versionId}'; however, it does not have permission to perform action(s) '${action}' on the linked scope(s) '${scope}' (respectively) or the linked scope(s) are invalid.`
  portal.azure.faults.answer(put, { status: 403, body: { error: { code: 'LinkedAuthorizationFailed', message } } })
  expect((await create(asAda)).problem()).toMatchObject({
    status: 403,
    code: 'ForbiddenByAzure',
    decoded: [
      {
        code: 'LinkedAuthorizationFailed',
        params: { action, scope },
        path: ['targetRegions', 0, 'encryption', 'osDiskImage'],
      },
    ],
  })
  expect(portal.azure.world.store.get(versionId)).toBeUndefined()
})

it('F31: a registration that stays Registering keeps nobody waiting, and is not asked for twice', async () => {
  const ask = () => asAda.send('POST', register.path, { subscriptionId: production, name: 'EncryptionAtHost' })
  expect((await ask()).status).toBe(200)
  expect((await ask()).status).toBe(200)
  const asked = portal.azure.requests.filter(({ path }) => path.endsWith('/register'))
  expect(asked).toHaveLength(1)
  expect((await create(asAda)).status).toBe(200)
})

it('F39: ids in other cases and regions in other spellings are the same version', async () => {
  const plan = encryptedPlan()
  await create(asAda, plan)
  const spelled = JSON.parse(
    JSON.stringify(plan)
      .replaceAll('diskEncryptionSets/WestUS', 'DISKENCRYPTIONSETS/westus')
      .replaceAll('"westus"', '"West US"')
      .replaceAll('resourceGroups', 'resourcegroups')
      .replaceAll('contosoGallery', 'CONTOSOGALLERY'),
  ) as typeof plan
  expect(JSON.stringify(spelled)).not.toBe(JSON.stringify(plan))
  expect(await create(asAda, spelled)).toMatchObject({ status: 200, body: { id: versionId } })
  expect(puts(portal)).toHaveLength(1)
})
