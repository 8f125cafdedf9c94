import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments.mjs'
import { presentRegistration } from './present-registration.mjs'

const settings = readArguments(['--origin', 'https://images.contoso.com'])
const tenantId = 'c0470500-0000-4000-8000-000000000001'
const notFound = { ok: false, stdout: '', stderr: 'ERROR: Not Found({"error":{"code":"Request_ResourceNotFound"}})' }
const json = (/** @type {unknown} */ value) => ({ ok: true, stdout: JSON.stringify(value), stderr: '' })

/** An empty tenant of that cloud, with its own Resource Manager's `name`. */
function azIn(/** @type {Record<string, string>} */ endpoints, /** @type {string} */ name) {
  const permission = { id: 'scope', value: 'user_impersonation' }
  const principal = { id: 'principal', appId: 'application', oauth2PermissionScopes: [permission] }
  return async (/** @type {string[]} */ words) => {
    const line = words.join(' ')
    if (line.startsWith('cloud show')) return json({ name: 'by az', endpoints })
    if (line.startsWith('account show')) return json({ tenantId: tenantId.toUpperCase() })
    const url = new URL(words[words.indexOf('--url') + 1] ?? '')
    if (!url.pathname.endsWith('/servicePrincipals')) return notFound
    return json({ value: url.searchParams.get('$filter')?.includes(`'${name}'`) ? [principal] : [] })
  }
}

describe('what is there of the registration', () => {
  // The endpoints are those of Azure CLI 2.74 (az cloud show).
  it.each([
    [
      'AzureCloud',
      {
        resourceManager: 'https://management.azure.com/',
        activeDirectory: 'https://login.microsoftonline.com',
        activeDirectoryResourceId: 'https://management.core.windows.net/',
        microsoftGraphResourceId: 'https://graph.microsoft.com/',
      },
      ['https://graph.microsoft.com', 'https://login.microsoftonline.com', 'api://AzureADTokenExchange'],
    ],
    [
      'AzureUSGovernment',
      {
        resourceManager: 'https://management.usgovcloudapi.net/',
        activeDirectory: 'https://login.microsoftonline.us',
        activeDirectoryResourceId: 'https://management.core.usgovcloudapi.net/',
        microsoftGraphResourceId: 'https://graph.microsoft.us/',
      },
      ['https://graph.microsoft.us', 'https://login.microsoftonline.us', 'api://AzureADTokenExchangeUSGov'],
    ],
    [
      'AzureChinaCloud',
      {
        resourceManager: 'https://management.chinacloudapi.cn',
        activeDirectory: 'https://login.chinacloudapi.cn',
        activeDirectoryResourceId: 'https://management.core.chinacloudapi.cn/',
        microsoftGraphResourceId: 'https://microsoftgraph.chinacloudapi.cn',
      },
      [
        'https://microsoftgraph.chinacloudapi.cn',
        'https://login.partner.microsoftonline.cn',
        'api://AzureADTokenExchangeChina',
      ],
    ],
  ])('is read in %s as az describes it', async (azureCloud, endpoints, [graph, loginEndpoint, audience]) => {
    const { azure, azureServiceManagement, api } = await presentRegistration(
      settings,
      azIn(endpoints, endpoints.activeDirectoryResourceId),
    )
    expect(azure).toMatchObject({ azureCloud, graph, loginEndpoint, tokenExchangeAudience: audience, tenantId })
    expect(azureServiceManagement).toEqual({ appId: 'application', principalId: 'principal', scopeId: 'scope' })
    expect(api).toBeUndefined()
  })

  const another = {
    resourceManager: 'https://management.local.azurestack.external/',
    activeDirectory: 'https://login.microsoftonline.com/',
    activeDirectoryResourceId: 'https://management.contoso.onmicrosoft.com/stack/',
    microsoftGraphResourceId: 'https://graph.microsoft.com/',
  }

  it('is read in another Azure, which goes by its address and may leave the slash out of its name', async () => {
    const az = azIn(another, 'https://management.contoso.onmicrosoft.com/stack')
    const { azure, azureServiceManagement } = await presentRegistration(settings, az)
    expect(azure.azureCloud).toBe('https://management.local.azurestack.external')
    expect(azureServiceManagement.scopeId).toBe('scope')
  })

  it('cannot be read where the tenant does not know Azure Service Management, and says what to do', async () => {
    await expect(presentRegistration(settings, azIn(another, 'somebody else'))).rejects.toThrow('az ad sp create --id')
  })

  it('has no application of an id that is named and not registered', async () => {
    const named = readArguments(['--origin', 'https://images.contoso.com', '--api-client-id', tenantId])
    await expect(presentRegistration(named, azIn(another, another.activeDirectoryResourceId))).rejects.toThrow(
      `Application ${tenantId} isn't registered in this tenant`,
    )
  })
})
