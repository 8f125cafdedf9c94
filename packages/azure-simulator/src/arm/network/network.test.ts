import { describe, expect, it } from 'vitest'
import { isJsonObject, objectsAt, textAt, valueAt, type Json, type JsonObject } from '../../json.ts'
import { startedAzure } from '../../testing/azure.ts'

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)
const location = 'westus'

async function aNetwork() {
  const azure = await startedAzure()
  const hurried = await azure.as('Ada')
  // Each request once the operation before is done.
  const ada: typeof hurried = async (...request) => {
    const answer = await hurried(...request)
    azure.clock.advance(1_000)
    return answer
  }
  const part = (path: string) => azure.compute(path).replace('Microsoft.Compute', 'Microsoft.Network')
  const network = part('virtualNetworks/net')
  const made = await ada('PUT', network, {
    location,
    properties: { addressSpace: { addressPrefixes: ['10.1.0.0/16'] } },
  })
  const subnet = `${network}/subnets/default`
  const properties = { addressPrefix: '10.1.2.0/24' }
  const madeSubnet = await ada('PUT', subnet, { properties })
  const nic = (name: string, more = {}) =>
    ada('PUT', part(`networkInterfaces/${name}`), {
      location,
      properties: { ipConfigurations: [{ name: 'ipconfig1', properties: { subnet: { id: subnet }, ...more } }] },
    })
  return {
    azure,
    ada,
    hurried,
    part,
    network,
    subnet,
    made,
    madeSubnet,
    nic,
    [Symbol.asyncDispose]: () => azure.simulator.close(),
  }
}

describe('a subnet', () => {
  it('is made, listed, read in its network and removed, by itself', async () => {
    await using net = await aNetwork()
    const { ada, network, subnet, madeSubnet } = net
    expect(madeSubnet).toMatchObject({
      status: 201,
      body: {
        name: 'default',
        id: subnet,
        type: 'Microsoft.Network/virtualNetworks/subnets',
        etag: matching(/^W\/"[0-9a-f-]{36}"$/),
        properties: { addressPrefix: '10.1.2.0/24', delegations: [], provisioningState: 'Updating' },
      },
    })
    expect((await ada('GET', subnet)).body).toMatchObject({
      name: 'default',
      properties: { addressPrefix: '10.1.2.0/24', provisioningState: 'Succeeded' },
    })
    expect(objectsAt((await ada('GET', `${network}/subnets`)).body, 'value')).toHaveLength(1)
    expect(objectsAt((await ada('GET', network)).body, 'properties', 'subnets')).toMatchObject([
      { id: subnet, properties: { addressPrefix: '10.1.2.0/24' } },
    ])
    expect((await ada('PUT', subnet, { properties: { addressPrefix: '10.1.3.0/24' } })).status).toBe(200)
    expect((await ada('DELETE', subnet)).status).toBe(202)
    net.azure.clock.advance(11_000)
    expect((await ada('DELETE', subnet)).status).toBe(204)
    expect(await ada('GET', subnet)).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } })
  })

  it('needs its network', async () => {
    await using net = await aNetwork()
    const { ada, part } = net
    const sent = { properties: { addressPrefix: '10.0.0.0/24' } }
    expect(await ada('PUT', part('virtualNetworks/none/subnets/a'), sent)).toMatchObject({
      status: 404,
      body: { error: { code: 'ParentResourceNotFound' } },
    })
  })

  it('is not found with its network: the network is named', async () => {
    await using net = await aNetwork()
    const { ada, part } = net
    const { body } = await ada('GET', part('virtualNetworks/none/subnets/a'))
    expect(body).toMatchObject({
      error: { code: 'ResourceNotFound', message: matching(/Microsoft\.Network\/virtualNetworks\/none/) },
    })
  })

  it('is private from API version 2025-07-01 on unless it is told otherwise, alone and with its network', async () => {
    await using net = await aNetwork()
    const { ada, network, part } = net
    const accessOf = (properties: JsonObject, name: string) => `${name}: ${textOf(properties['defaultOutboundAccess'])}`
    const textOf = (value: Json | undefined) => (value === undefined ? 'left out' : JSON.stringify(value))
    const versions = ['2024-05-01', '2025-05-01', '2025-07-01', '2026-01-01']
    const answers = []
    for (const version of versions)
      for (const sent of [{}, { defaultOutboundAccess: true }]) {
        const name = `s${answers.length}`
        const properties = { addressPrefix: '10.1.4.0/24', ...sent }
        const alone = await ada('PUT', `${network}/subnets/${name}?api-version=${version}`, { properties })
        const within = await ada('PUT', `${part(`virtualNetworks/${name}`)}?api-version=${version}`, {
          location,
          properties: { subnets: [{ name, properties }] },
        })
        const [one, other] = [alone.body, valueAt(within.body, 'properties', 'subnets', 0)].map((subnet) =>
          accessOf(partOf(subnet), version),
        )
        expect(one).toBe(other)
        answers.push(one)
      }
    expect(answers).toEqual([
      '2024-05-01: left out',
      '2024-05-01: true',
      '2025-05-01: left out',
      '2025-05-01: true',
      '2025-07-01: false',
      '2025-07-01: true',
      '2026-01-01: false',
      '2026-01-01: true',
    ])
  })

  it('keeps the access that it has when it is written again', async () => {
    await using net = await aNetwork()
    const { ada, network } = net
    const written = async (version: string, more = {}) => {
      const properties = { addressPrefix: '10.1.4.0/24', ...more }
      const { body } = await ada('PUT', `${network}/subnets/old?api-version=${version}`, { properties })
      return valueAt(body, 'properties', 'defaultOutboundAccess')
    }
    expect(await written('2024-05-01')).toBeUndefined()
    expect(await written('2025-07-01')).toBeUndefined()
    expect(await written('2025-07-01', { defaultOutboundAccess: false })).toBe(false)
    expect(await written('2024-05-01')).toBe(false)
  })

  it('stays where its network is written without subnets', async () => {
    await using net = await aNetwork()
    const { ada, network, subnet } = net
    const properties = { addressSpace: { addressPrefixes: ['10.1.0.0/16', '10.2.0.0/16'] } }
    expect((await ada('PUT', network, { location, properties })).status).toBe(200)
    expect((await ada('GET', subnet)).status).toBe(200)
  })

  it('that is used cannot be removed, nor its network', async () => {
    await using net = await aNetwork()
    const { ada, network, subnet, nic } = net
    await nic('nic')
    for (const path of [subnet, network])
      expect(await ada('DELETE', path)).toMatchObject({
        status: 400,
        body: { error: { code: 'InUseSubnetCannotBeDeleted' } },
      })
  })
})

function partOf(subnet: Json | undefined): JsonObject {
  const properties = valueAt(subnet, 'properties')
  return isJsonObject(properties) ? properties : {}
}

describe('the PUT of each resource of a network', () => {
  const subnet = { properties: { addressPrefix: '10.1.4.0/24' } }
  it.each([
    ['virtualNetworks/other', { location }],
    ['virtualNetworks/net/subnets/other', subnet],
    ['networkSecurityGroups/other', { location }],
    ['publicIPAddresses/other', { location }],
    ['networkInterfaces/other', { location }],
  ])('of %s is an operation, whose status is all that its URL says', async (path, body) => {
    await using net = await aNetwork()
    const { azure, hurried, part } = net
    const stateOf = async () => valueAt((await hurried('GET', part(path))).body, 'properties', 'provisioningState')
    const made = await hurried('PUT', part(path), body)
    expect([made.status, valueAt(made.body, 'properties', 'provisioningState')]).toEqual([201, 'Updating'])
    expect(['azure-asyncnotification', 'location', 'etag'].map((name) => made.headers.get(name))).toEqual([
      'Enabled',
      null,
      null,
    ])
    const url = made.headers.get('azure-asyncoperation') ?? ''
    expect(url).toMatch(/\/providers\/Microsoft\.Network\/locations\/westus\/operations\/[0-9a-f-]{36}\?api-version=/)
    const running = await hurried('GET', url)
    expect([running.text, running.headers.get('retry-after')]).toEqual(['{\r\n  "status": "InProgress"\r\n}', '10'])
    expect(await stateOf()).toBe('Updating')
    azure.clock.advance(1_000)
    const done = await hurried('GET', url)
    expect([done.text, done.headers.get('retry-after')]).toEqual(['{\r\n  "status": "Succeeded"\r\n}', null])
    expect(await stateOf()).toBe('Succeeded')
    expect((await hurried('PUT', part(path), body)).status).toBe(200)
  })

  it('is refused while another one changes it, or its network', async () => {
    await using net = await aNetwork()
    const { hurried, network } = net
    expect((await hurried('PUT', `${network}/subnets/a`, subnet)).status).toBe(201)
    for (const [path, body] of [
      [`${network}/subnets/b`, subnet],
      [network, { location }],
    ] as const)
      expect(await hurried('PUT', path, body)).toMatchObject({
        status: 429,
        body: { error: { code: 'AnotherOperationInProgress' } },
      })
  })
})

describe('the DELETE of each resource of a network', () => {
  it.each([
    'virtualNetworks/net',
    'virtualNetworks/net/subnets/default',
    'networkSecurityGroups/other',
    'publicIPAddresses/other',
    'networkInterfaces/other',
  ])('of %s is an operation, whose outcome is elsewhere', async (path) => {
    await using net = await aNetwork()
    const { azure, ada, hurried, part } = net
    if (path.endsWith('/other')) await ada('PUT', part(path), { location })
    const begun = await hurried('DELETE', part(path))
    const [operation = '', result = ''] = ['azure-asyncoperation', 'location'].map(
      (name) => begun.headers.get(name) ?? '',
    )
    expect([begun.status, begun.text, begun.headers.get('azure-asyncnotification')]).toEqual([202, '', 'Enabled'])
    expect(operation).toMatch(/\/providers\/Microsoft\.Network\/locations\/westus\/operations\/[0-9a-f-]{36}\?/)
    expect(result).toMatch(/\/providers\/Microsoft\.Network\/locations\/westus\/operationResults\/[0-9a-f-]{36}\?/)
    expect((await hurried('GET', operation)).text).toBe('{\r\n  "status": "InProgress"\r\n}')
    expect((await hurried('GET', result)).status).toBe(202)
    azure.clock.advance(10_000)
    expect((await hurried('GET', operation)).text).toBe('{\r\n  "status": "InProgress"\r\n}')
    azure.clock.advance(10_000)
    expect((await hurried('GET', operation)).text).toBe('{\r\n  "status": "Succeeded"\r\n}')
    expect((await hurried('GET', result)).status).toBe(204)
    expect((await hurried('GET', part(path))).status).toBe(404)
    expect((await hurried('DELETE', part(path))).status).toBe(204)
  })

  it('shows the resource as being deleted, and its subnet as used, until it is over', async () => {
    await using net = await aNetwork()
    const { azure, ada, hurried, part, network, nic } = net
    await nic('nic')
    await ada('DELETE', part('networkInterfaces/nic'))
    expect((await hurried('GET', part('networkInterfaces/nic'))).body).toMatchObject({
      properties: { provisioningState: 'Deleting' },
    })
    const inUse = { status: 400, body: { error: { code: 'InUseSubnetCannotBeDeleted' } } }
    expect(await hurried('DELETE', network)).toMatchObject(inUse)
    azure.clock.advance(11_000)
    expect((await hurried('DELETE', network)).status).toBe(202)
    const busy = { status: 429, body: { error: { code: 'AnotherOperationInProgress' } } }
    expect(await hurried('PUT', network, { location })).toMatchObject(busy)
    expect(await hurried('DELETE', `${network}/subnets/default`)).toMatchObject(busy)
  })
})

it('a PATCH of tags is no operation', async () => {
  await using net = await aNetwork()
  const { hurried, network } = net
  const patched = await hurried('PATCH', network, { tags: { team: 'images' } })
  expect(patched).toMatchObject({
    status: 200,
    body: { tags: { team: 'images' }, properties: { provisioningState: 'Succeeded' } },
  })
  expect(patched.headers.get('azure-asyncoperation')).toBeNull()
})

it('a network security group has its default rules, whatever a client sends back of them', async () => {
  await using net = await aNetwork()
  const { ada, part } = net
  const group = part('networkSecurityGroups/group')
  const rule = { name: 'SSH', properties: { priority: 300, destinationPortRange: '22' } }
  await ada('PUT', group, { location, properties: { securityRules: [rule] } })
  const { body } = await ada('GET', group)
  const namesOf = (list: string) => objectsAt(body, 'properties', list).map(({ name }) => name)
  expect(namesOf('securityRules')).toEqual(['SSH'])
  expect(namesOf('defaultSecurityRules')).toEqual([
    'AllowVnetInBound',
    'AllowAzureLoadBalancerInBound',
    'DenyAllInBound',
    'AllowVnetOutBound',
    'AllowInternetOutBound',
    'DenyAllOutBound',
  ])
  expect(objectsAt(body, 'properties', 'defaultSecurityRules')[1]).toEqual({
    name: 'AllowAzureLoadBalancerInBound',
    id: `${group}/defaultSecurityRules/AllowAzureLoadBalancerInBound`,
    etag: textAt(body, 'etag'),
    type: 'Microsoft.Network/networkSecurityGroups/defaultSecurityRules',
    properties: {
      provisioningState: 'Succeeded',
      description: 'Allow inbound traffic from azure load balancer',
      protocol: '*',
      sourcePortRange: '*',
      destinationPortRange: '*',
      sourceAddressPrefix: 'AzureLoadBalancer',
      destinationAddressPrefix: '*',
      access: 'Allow',
      priority: 65001,
      direction: 'Inbound',
      sourcePortRanges: [],
      destinationPortRanges: [],
      sourceAddressPrefixes: [],
      destinationAddressPrefixes: [],
    },
  })
  expect((await ada('PUT', group, body)).status).toBe(200)
  expect(objectsAt((await ada('GET', group)).body, 'properties', 'defaultSecurityRules')).toHaveLength(6)
})

describe('a virtual network', () => {
  it('has an etag, in its body and as a header, that changes with it', async () => {
    await using net = await aNetwork()
    const { ada, network, made } = net
    const { headers, body } = await ada('GET', network)
    expect(textAt(body, 'etag')).toMatch(/^W\/"[0-9a-f-]{36}"$/)
    expect(headers.get('etag')).toBe(textAt(body, 'etag'))
    // The subnet came after.
    expect(textAt(body, 'etag')).not.toBe(textAt(made.body, 'etag'))
  })
})

describe('a network interface', () => {
  it('gets a free address of its subnet, and keeps it', async () => {
    await using net = await aNetwork()
    const { nic } = net
    const [one, other, again] = [await nic('one'), await nic('other'), await nic('one')]
    const addressOf = (answer: typeof one) =>
      valueAt(answer.body, 'properties', 'ipConfigurations', 0, 'properties', 'privateIPAddress')
    expect([one, other, again].map(addressOf)).toEqual(['10.1.2.4', '10.1.2.5', '10.1.2.4'])
    const fixed = await nic('fixed', { privateIPAllocationMethod: 'Static', privateIPAddress: '10.1.2.77' })
    expect(addressOf(fixed)).toBe('10.1.2.77')
  })

  it('has what clients read of it: DNS settings, and a MAC address once a machine has it', async () => {
    await using net = await aNetwork()
    const { azure, ada, part, nic } = net
    const { body } = await nic('nic')
    expect(body).toMatchObject({
      etag: matching(/^W\//),
      properties: {
        dnsSettings: { dnsServers: [], appliedDnsServers: [], internalDomainNameSuffix: matching(/cloudapp\.net$/) },
        macAddress: '',
        allowPort25Out: true,
        vnetEncryptionSupported: false,
        enableAcceleratedNetworking: false,
        ipConfigurations: [{ name: 'ipconfig1', properties: { primary: true, privateIPAllocationMethod: 'Dynamic' } }],
      },
    })
    const [machine, id] = [azure.compute('virtualMachines/vm'), part('networkInterfaces/nic')]
    await ada('PUT', machine, { location, properties: { networkProfile: { networkInterfaces: [{ id }] } } })
    expect((await ada('GET', id)).body).toMatchObject({
      properties: {
        primary: true,
        virtualMachine: { id: machine },
        macAddress: matching(/^00-0D-3A(-[0-9A-F]{2}){3}$/),
      },
    })
    expect(await ada('DELETE', id)).toMatchObject({ status: 400, body: { error: { code: 'NicInUse' } } })
    azure.clock.advance(60_000)
    await ada('DELETE', machine)
    azure.clock.advance(60_000)
    expect((await ada('DELETE', id)).status).toBe(202)
  })

  it('gives its public address an IP', async () => {
    await using net = await aNetwork()
    const { ada, part, nic } = net
    const address = part('publicIPAddresses/ip')
    const made = await ada('PUT', address, { location, sku: { name: 'Basic' }, properties: {} })
    expect(made.body).toMatchObject({ properties: { publicIPAllocationMethod: 'Dynamic' } })
    expect(textAt(made.body, 'properties', 'ipAddress')).toBeUndefined()
    await nic('nic', { publicIPAddress: { id: address } })
    expect((await ada('GET', address)).body).toMatchObject({
      sku: { name: 'Basic' },
      properties: {
        ipAddress: matching(/^203\.0\.113\.\d+$/),
        ipConfiguration: { id: `${part('networkInterfaces/nic')}/ipConfigurations/ipconfig1` },
      },
    })
  })

  it('has a public address with a SKU and a method, also where az sends null', async () => {
    await using net = await aNetwork()
    const { ada, part } = net
    const made = (name: string, sku?: JsonObject) =>
      ada('PUT', part(`publicIPAddresses/${name}`), {
        location,
        ...(sku && { sku }),
        properties: { publicIPAllocationMethod: null },
      })
    expect((await made('basic')).body).toMatchObject({
      sku: { name: 'Basic', tier: 'Regional' },
      properties: { publicIPAllocationMethod: 'Dynamic' },
    })
    expect((await made('standard', { name: 'Standard' })).body).toMatchObject({
      sku: { name: 'Standard', tier: 'Regional' },
      properties: { publicIPAllocationMethod: 'Static', ipAddress: matching(/^203\./) },
    })
  })

  it('takes tags by PATCH', async () => {
    await using net = await aNetwork()
    const { ada, part, nic } = net
    await nic('nic')
    expect(await ada('PATCH', part('networkInterfaces/nic'), { tags: { tier: 'web' } })).toMatchObject({
      status: 200,
      body: { tags: { tier: 'web' }, properties: { ipConfigurations: [{ name: 'ipconfig1' }] } },
    })
  })
})
