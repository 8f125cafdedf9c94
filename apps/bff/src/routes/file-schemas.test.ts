import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, startTestPortal, type TestPortal } from '../testing/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startTestPortal()
})
afterAll(() => portal.close())

it.each([
  'image-version-plan.v1.json',
  'encryption-profile.v1.json',
  'retention-rule.v1.json',
  'encryption-proof.v1.json',
  'presenter-script.v1.json',
])('anybody may read the schema %s, the one that is kept with the documents', async (name) => {
  const { status, body, headers } = await ask(`${portal.url}/schemas/${name}`)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toMatch('application/schema+json')
  const kept: unknown = JSON.parse(readFileSync(new URL(`../../../../docs/schemas/${name}`, import.meta.url), 'utf8'))
  expect(body).toEqual(kept)
})
