import { isJsonObject, objectsAt, textAt, valueAt, type JsonObject } from '../../json.ts'
import type { ArmRequest } from '../request.ts'

const type = 'Microsoft.Network/networkInterfaces'

/**
 * The IP configurations of an interface, each with an address of its subnet: the one that was sent, the one it had, or
 * the first that is free. https://learn.microsoft.com/azure/virtual-network/ip-services/private-ip-addresses
 */
export function withAddresses(request: ArmRequest, interfaceId: string, configurations: JsonObject[]): JsonObject[] {
  const { store } = request.tenant
  const before = objectsAt(store.get(interfaceId)?.properties, 'ipConfigurations')
  return configurations.map((configuration, index) => {
    const within = isJsonObject(configuration['properties']) ? configuration['properties'] : {}
    const subnetId = textAt(within, 'subnet', 'id') ?? ''
    const same = before.find(
      (other) =>
        other['name'] === configuration['name'] && isSame(textAt(other, 'properties', 'subnet', 'id'), subnetId),
    )
    const isStatic = textAt(within, 'privateIPAllocationMethod')?.toLowerCase() === 'static'
    const address =
      (isStatic ? textAt(within, 'privateIPAddress') : undefined) ??
      textAt(same, 'properties', 'privateIPAddress') ??
      freeAddress(prefixOf(request, subnetId), takenIn(request, subnetId, interfaceId))
    return {
      ...configuration,
      properties: {
        ...within,
        privateIPAllocationMethod: isStatic ? 'Static' : 'Dynamic',
        privateIPAddress: address,
        privateIPAddressVersion: within['privateIPAddressVersion'] ?? 'IPv4',
        primary: within['primary'] ?? index === 0,
      },
    }
  })
}

/** The IP configurations in a subnet, by their IDs. */
export function configurationsIn(request: ArmRequest, subnetId: string): JsonObject[] {
  return request.tenant.store
    .list(`/subscriptions/${subnetId.split('/')[2]}`, type)
    .flatMap(({ properties }) => objectsAt(properties, 'ipConfigurations'))
    .filter((configuration) => isSame(textAt(configuration, 'properties', 'subnet', 'id'), subnetId))
}

function takenIn(request: ArmRequest, subnetId: string, interfaceId: string): Set<string> {
  const others = configurationsIn(request, subnetId).filter(
    ({ id }) => typeof id !== 'string' || !id.toLowerCase().startsWith(`${interfaceId.toLowerCase()}/`),
  )
  return new Set(others.map((other) => textAt(other, 'properties', 'privateIPAddress') ?? ''))
}

// A subnet that is not there is not noticed, and has the range that clients choose first.
function prefixOf({ tenant }: ArmRequest, subnetId: string): string {
  const network = tenant.store.get(subnetId.split('/').slice(0, -2).join('/'))
  const subnet = objectsAt(network?.properties, 'subnets').find(({ id }) => isSame(textAt(id), subnetId))
  const prefix =
    textAt(subnet, 'properties', 'addressPrefix') ??
    valueAt(subnet, 'properties', 'addressPrefixes', 0) ??
    '10.0.0.0/24'
  return typeof prefix === 'string' ? prefix : ''
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase()
}

/**
 * The first free address of an IPv4 range, for example `10.0.0.0/24`; undefined if there is none, or the range is
 * invalid. Azure reserves the first four and the last.
 * https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
 */
function freeAddress(prefix: string, taken: ReadonlySet<string>): string | undefined {
  const [, start = '', bits = ''] = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(prefix) ?? []
  if (start === '') return undefined
  const first = start.split('.').reduce((value, part) => value * 256 + Number(part), 0)
  const last = first + 2 ** (32 - Number(bits)) - 1
  for (let address = first + 4; address < last; address++) {
    const text = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')
    if (!taken.has(text)) return text
  }
  return undefined
}
