import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node'
import { azureClouds } from '@portal/arm'
import { stackCloud } from '@portal/disk-encryption/testing'
import { describe, expect, it } from 'vitest'
import { cloudOf, forTenant, type Cloud } from './cloud.ts'

const tenantId = '11111111-1111-4222-8333-444444444444'

/** The address of MSAL's token exchange in that cloud; every response is a refusal. */
async function askedByMsal({ signIn, resourceManagerScope }: Cloud): Promise<{ address: string; body: string }[]> {
  const asked: { address: string; body: string }[] = []
  const refuse: INetworkModule['sendPostRequestAsync'] = (url, options) => {
    asked.push({ address: url.split('?')[0] ?? '', body: decodeURIComponent(options?.body ?? '') })
    return Promise.reject(new Error('refused'))
  }
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: tenantId,
      clientSecret: 'secret',
      authority: forTenant(signIn.tenantAuthority, tenantId),
      knownAuthorities: signIn.knownAuthorities,
    },
    system: {
      networkClient: { sendGetRequestAsync: refuse, sendPostRequestAsync: refuse },
      disableInternalRetries: true,
    },
  })
  const exchange = client.acquireTokenOnBehalfOf({ oboAssertion: 'a.b.c', scopes: [resourceManagerScope] })
  expect(await exchange.catch((error: unknown) => error)).toBeInstanceOf(Error)
  return asked
}

describe.each(Object.values(azureClouds))('$name', (azure) => {
  const { loginEndpoint, audience } = azure

  it('is known to MSAL, which asks for a token for Resource Manager at once', async () => {
    const [asked, ...more] = await askedByMsal(cloudOf(azure, [tenantId]))
    expect(more).toEqual([])
    expect(asked?.address).toBe(`${loginEndpoint}/${tenantId}/oauth2/v2.0/token`)
    expect(asked?.body).toContain(`${audience}/.default`)
  })

  it('has people sign in at their tenant, or at organizations where there are several', () => {
    expect(cloudOf(azure, [tenantId]).signIn.authority).toBe(`${loginEndpoint}/${tenantId}`)
    expect(cloudOf(azure, [tenantId, 'another']).signIn.authority).toBe(`${loginEndpoint}/organizations`)
  })
})

it('one that MSAL does not know tells it where all is, and Microsoft is not asked', async () => {
  const asked = await askedByMsal(cloudOf(stackCloud, [tenantId]))
  expect(asked.map(({ address }) => address)).toEqual([
    `${stackCloud.loginEndpoint}/${tenantId}/v2.0/.well-known/openid-configuration`,
  ])
})
