import type { AzureService } from '@portal/portal-api'

// in lower case; the others are Azure Resource Manager's own, or so rare that they share its places
const services: Partial<Record<string, AzureService>> = {
  'microsoft.resourcegraph': 'ResourceGraph',
  'microsoft.keyvault': 'KeyVault',
  'microsoft.compute': 'Compute',
  'microsoft.network': 'Network',
  'microsoft.storage': 'Storage',
  'microsoft.authorization': 'Authorization',
}

/**
 * The service that answers a request to ARM: the last provider in its path, to which ARM passes it on. Without a
 * resource or an operation after it, the path names a provider itself, about which ARM answers.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
 */
export function serviceOf(url: string): AzureService {
  const end = url.indexOf('?')
  const path = (end < 0 ? url : url.slice(0, end)).toLowerCase()
  const [provider = '', first = ''] = path.slice(path.lastIndexOf('/providers/') + '/providers/'.length).split('/', 2)
  const isOfProvider = path.includes('/providers/') && first !== '' && first !== 'register'
  return (isOfProvider ? services[provider] : undefined) ?? 'ResourceManager'
}
