// Virtual networks, private subnets, and a machine in them, with the real Azure CLI.
import { assertSuccess, proveAll } from '../test/proof.mjs'
import { startAzSession } from './session.mjs'

const account = '--admin-username ada --admin-password Made-Up-For-The-Walk-1 --authentication-type password'
const within = '-g networks --vnet-name net'

/** Creates networks by operations of Azure, and machines in them; prints each outcome, and counts them. */
export async function azNetworks() {
  const session = await startAzSession()
  const { simulator, az, signIn } = session
  const subscription = simulator.world.subscriptions[0]?.subscriptionId
  const galleries = `/subscriptions/${subscription}/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries`
  const image = `--image ${galleries}/contosoGallery/images/ubuntu-web/versions/1.0.0 --size Standard_D2s_v5`

  /** What az shows, parsed. Throws unless it succeeds. */
  async function shown(/** @type {string} */ line) {
    const ended = await az(line.split(' '))
    assertSuccess(ended)
    return ended.stdout === '' ? undefined : JSON.parse(ended.stdout)
  }
  /** Throws unless az shows that value for the query. */
  async function shows(/** @type {string} */ line, /** @type {string} */ query, /** @type {unknown} */ value) {
    const found = await shown(`${line} --query ${query}`)
    if (found !== value) throw new Error(`${line}: ${query} is ${JSON.stringify(found)}, not ${JSON.stringify(value)}`)
  }
  /** Throws unless az follows an operation of Microsoft.Network until its end. */
  async function follows(/** @type {() => Promise<void>} */ act) {
    const before = simulator.requests.length
    await act()
    const polls = simulator.requests
      .slice(before)
      .filter(({ path }) => /Microsoft.Network\/locations\/.*\/operations\//.test(path))
    if (polls.length === 0) throw new Error('az followed no operation')
  }

  try {
    return await proveAll(
      [
        {
          name: 'signs in',
          async proof() {
            for (const line of signIn) await shown(line)
            await shown('group create -n networks -l westus')
          },
        },
        {
          name: 'creates a network with a subnet, which is not private by the API version of this az',
          proof: () =>
            follows(async () => {
              const create =
                'network vnet create -g networks -n net --subnet-name default --subnet-prefixes 10.0.0.0/24'
              await shows(create, 'newVNet.provisioningState', 'Succeeded')
              await shows(`network vnet subnet show ${within} -n default`, 'defaultOutboundAccess', undefined)
            }),
        },
        {
          name: 'creates a private subnet, and shows that it is',
          proof: () =>
            follows(async () => {
              const create = `network vnet subnet create ${within} -n private --address-prefixes 10.0.1.0/24`
              await shows(`${create} --default-outbound-access false`, 'provisioningState', 'Succeeded')
              await shows(`network vnet subnet show ${within} -n private`, 'defaultOutboundAccess', false)
            }),
        },
        {
          name: 'creates a security group with its default rules, a public address and an interface',
          proof: () =>
            follows(async () => {
              await shows('network nsg create -g networks -n group', 'length(NewNSG.defaultSecurityRules)', 6)
              await shows(
                'network public-ip create -g networks -n ip --sku Standard',
                'publicIp.provisioningState',
                'Succeeded',
              )
              const nic = `network nic create ${within} -n nic --subnet private --network-security-group group`
              await shows(nic, 'NewNIC.ipConfigurations[0].privateIPAddress', '10.0.1.4')
            }),
        },
        {
          name: 'creates a machine in the private subnet, and one with a network of its own',
          async proof() {
            const machine = `vm create ${within} -n inside --subnet private --public-ip-address= ${image} ${account}`
            await shows(machine, 'powerState', 'VM running')
            await shows(
              `vm create -g networks -n other --vnet-name own --subnet own ${image} ${account}`,
              'powerState',
              'VM running',
            )
            await shows('network vnet show -g networks -n own', 'subnets[0].provisioningState', 'Succeeded')
          },
        },
      ],
      1,
    )
  } finally {
    await session.close()
  }
}
