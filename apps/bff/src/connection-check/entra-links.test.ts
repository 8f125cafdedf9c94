import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forTenant } from '../cloud.ts'
import { anArmToken, startSignInService, tenantId, type TestSignInService, type TokenReply } from '../testing/auth.ts'
import { metadataLink, signingKeysLink } from './entra-links.ts'

let service: TestSignInService
beforeEach(async () => (service = await startSignInService()))
afterEach(() => service.close())

const answers = (reply: TokenReply) => (service.onToken = () => reply)
const metadata = async (tenant = tenantId) => (await metadataLink(service.cloud.signIn, tenant)).report

describe('Entra ID’s metadata', () => {
  it('is as expected where its issuer is that of the tenant, and of organizations the template', async () => {
    const { issuer } = service.cloud.signIn
    answers({ status: 200, body: { issuer: forTenant(issuer, tenantId) } })
    expect(await metadata()).toMatchObject({ verdict: 'ok', facts: [{ name: 'issuer' }] })
    answers({ status: 200, body: { issuer } })
    expect(await metadata('organizations')).toMatchObject({ verdict: 'ok' })
  })

  it('of another cloud names both issuers', async () => {
    const expected = forTenant(service.cloud.signIn.issuer, tenantId)
    const value = `https://login.microsoftonline.us/${tenantId}/v2.0`
    answers({ status: 200, body: { issuer: value } })
    expect(await metadata()).toMatchObject({
      verdict: 'failed',
      finding: 'IssuerDiffers',
      facts: [{ name: 'issuer', value, expected }],
    })
  })

  it.each([
    ['TenantNotFound', { status: 400, body: { error: 'invalid_tenant', error_description: 'AADSTS90002: No.' } }],
    ['EntraUnreachable', { status: 503, body: {} }],
    ['EntraUnreachable', anArmToken('no metadata at all')],
  ])('that is none is %s', async (finding, reply) => {
    answers(reply)
    expect(await metadata()).toMatchObject({ verdict: 'failed', finding })
  })

  it('that does not come says why', async () => {
    await service.close()
    expect(await metadata()).toMatchObject({
      finding: 'EntraUnreachable',
      facts: [{ name: 'host' }, { name: 'error', value: 'ECONNREFUSED' }],
    })
  })
})

describe('the signing keys', () => {
  it('are counted, and Entra ID’s time is heard with them', async () => {
    const { report, aheadMs } = await signingKeysLink(service.cloud.signIn)
    expect(report).toMatchObject({ verdict: 'ok', facts: [{ name: 'keys', value: '1' }] })
    expect(Math.abs(aheadMs ?? Infinity)).toBeLessThan(2_000)
  })

  it('that are not given are missed', async () => {
    service.keysStatus = 500
    expect((await signingKeysLink(service.cloud.signIn)).report.finding).toBe('EntraUnreachable')
  })
})
