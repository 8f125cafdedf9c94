import type { JsonObject } from '../../json.ts'

// Name, description, access, priority, source, destination; as recorded.
type Rule = [string, string, 'Allow' | 'Deny', number, string, string]
const inbound: Rule[] = [
  ['AllowVnetInBound', 'from all VMs in VNET', 'Allow', 65000, 'VirtualNetwork', 'VirtualNetwork'],
  ['AllowAzureLoadBalancerInBound', 'from azure load balancer', 'Allow', 65001, 'AzureLoadBalancer', '*'],
  ['DenyAllInBound', '', 'Deny', 65500, '*', '*'],
]
const outbound: Rule[] = [
  ['AllowVnetOutBound', 'from all VMs to all VMs in VNET', 'Allow', 65000, 'VirtualNetwork', 'VirtualNetwork'],
  ['AllowInternetOutBound', 'from all VMs to Internet', 'Allow', 65001, '*', 'Internet'],
  ['DenyAllOutBound', '', 'Deny', 65500, '*', '*'],
]

/**
 * The rules that every network security group has, as its GET shows them.
 * https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules
 */
export function defaultSecurityRules(groupId: string): JsonObject[] {
  const ruleOf = (direction: 'Inbound' | 'Outbound', [name, which, access, priority, from, to]: Rule): JsonObject => {
    const traffic = `${direction.toLowerCase()} traffic`
    return {
      name,
      id: `${groupId}/defaultSecurityRules/${name}`,
      properties: {
        description: access === 'Allow' ? `Allow ${traffic} ${which}` : `Deny all ${traffic}`,
        protocol: '*',
        sourcePortRange: '*',
        destinationPortRange: '*',
        sourceAddressPrefix: from,
        destinationAddressPrefix: to,
        access,
        priority,
        direction,
      },
    }
  }
  return [...inbound.map((rule) => ruleOf('Inbound', rule)), ...outbound.map((rule) => ruleOf('Outbound', rule))]
}
