import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { generateSource } from 'oazapfts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { encryptedPlan, versionId } from '../testing/faults.ts'
import { ask, startTestPortal, type TestPortal } from '../testing/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startTestPortal()
})
afterAll(() => portal.close())

const described = async () => (await ask(`${portal.url}/api/openapi.json`)).body as Record<string, unknown>

it('is valid OpenAPI, for anybody to read', { timeout: 30_000 }, async () => {
  expect(await new Validator().validate(await described())).toEqual({ valid: true })
})

it('says which calls need no token', async () => {
  const { paths } = (await described()) as { paths: Record<string, Record<string, { security?: unknown }>> }
  expect(paths['/api/configuration']?.get?.security).toEqual([{}])
  expect(paths['/api/subscriptions']?.get?.security).toBeUndefined()
})

it(
  'a client that is generated from it creates an encrypted version, follows it and keeps its proof',
  { timeout: 30_000 },
  async () => {
    // In the project: a module elsewhere would not be compiled.
    const folder = mkdtempSync(join(import.meta.dirname, '.client-'))
    try {
      writeFileSync(join(folder, 'openapi.json'), JSON.stringify(await described()))
      writeFileSync(join(folder, 'client.ts'), await generateSource(join(folder, 'openapi.json')))
      const client = (await import(`${folder}/client.ts`)) as Client
      const { token } = await portal.as('ada@contoso.example')
      const options = { baseUrl: portal.url, headers: { authorization: `Bearer ${token}`, origin: portal.url } }
      const created = await client.createImageVersion(encryptedPlan(), options)
      expect(created).toMatchObject({ status: 200, data: { id: versionId } })
      const following = () => client.getImageVersion({ id: versionId }, options)
      expect(await following()).toMatchObject({ data: { provisioningState: 'Creating' } })
      portal.clock.advance(3_600_000)
      expect(await following()).toMatchObject({ data: { provisioningState: 'Succeeded' } })
      expect(await client.getImageVersionProof({ id: versionId }, options)).toMatchObject({
        status: 200,
        data: {
          subject: [{ name: versionId }],
          predicate: { regions: [{ name: 'westus', replication: 'Completed' }] },
        },
      })
      const refused = await client.createImageVersion({}, options)
      expect(refused).toMatchObject({ status: 400, data: { code: 'InvalidRequest' } })
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

type Client = Record<
  'createImageVersion' | 'getImageVersion' | 'getImageVersionProof',
  (input: object, options: object) => Promise<unknown>
>
