// Images for particular hardware and with a plan, and machines that do not fit them, with the real Azure CLI.
import { apiVersions } from '@portal/arm'
import { assertSuccess, proveAll } from '../test/proof.mjs'
import { startAzSession } from './session.mjs'

const plan = '--plan-publisher northwind --plan-product hardened --plan-name gen2'
const account = '--admin-username ada --admin-password Made-Up-For-The-Walk-1 --authentication-type password'

/** Creates the images and what is refused of them; prints each outcome, and counts them. */
export async function azHardware() {
  const session = await startAzSession()
  const { simulator, az, signIn } = session
  const subscription = simulator.world.subscriptions[0]?.subscriptionId
  const gallery = `/subscriptions/${subscription}/resourceGroups/hardware/providers/Microsoft.Compute/galleries/gallery`

  /** Throws unless az succeeds and its output contains `shown`. */
  async function shows(/** @type {string} */ line, shown = '') {
    const ended = await az(line.split(' '))
    assertSuccess(ended)
    if (!ended.stdout.includes(shown)) throw new Error(`${ended.stdout.slice(0, 600)}\nlacks ${shown}`)
  }
  /** Throws unless az fails, and its error contains Azure's code and words. */
  async function refused(/** @type {string} */ line, /** @type {string[]} */ ...words) {
    const { ok, stdout, stderr } = await az(line.split(' '))
    if (ok || !words.every((word) => stderr.includes(word)))
      throw new Error(`${stdout.slice(0, 600)}\n${stderr.slice(-1200)}\nlacks ${words.join(' or ')}`)
  }
  const define = (/** @type {string} */ name, /** @type {string} */ facts, generation = 'V2') =>
    shows(
      `sig image-definition create -g hardware -r gallery -i ${name} -p Contoso -f ${name} -s one --os-type Linux --os-state Generalized --hyper-v-generation ${generation} ${facts}`,
      'Succeeded',
    )
  /** A disk, a snapshot and a version of it. */
  async function fill(/** @type {string} */ name, /** @type {string} */ facts, generation = 'V2') {
    await shows(
      `disk create -g hardware -n ${name} -l westus --size-gb 30 --os-type Linux --hyper-v-generation ${generation} ${facts}`,
    )
    await shows(`snapshot create -g hardware -n ${name} -l westus --source ${name}`)
    await shows(
      `sig image-version create -g hardware -r gallery -i ${name} -e 1.0.0 -l westus --os-snapshot ${name} --target-regions westus`,
      'Succeeded',
    )
  }
  const machine = (/** @type {string} */ image, /** @type {string} */ facts) =>
    `vm create -g hardware -n vm-${image} -l westus --image ${gallery}/images/${image}/versions/1.0.0 ${account} --security-type Standard ${facts}`

  try {
    return await proveAll(
      [
        {
          name: 'signs in',
          async proof() {
            for (const line of signIn) await shows(line)
            await shows('group create -n hardware -l westus')
            await shows('sig create -g hardware -r gallery')
          },
        },
        {
          name: 'lists the sizes of a region, with what they support',
          async proof() {
            await shows('vm list-skus -l westus --size Standard_D2s_v6 --all', '"NVMe"')
            await shows('vm list-skus -l westus --size Standard_D2ps_v6 --all', '"Arm64"')
            await shows('vm list-skus -l westus --size Standard_DS2_v2 --all', '"RetirementDateUtc"')
            await shows('vm list-sizes -l westus', 'Standard_D2s_v7')
          },
        },
        {
          name: 'creates definitions with an architecture, features and a plan, and versions of them',
          async proof() {
            await define('arm', '--architecture Arm64')
            await define('nvme', '--architecture x64 --features DiskControllerTypes=SCSI,NVMe')
            await define('scsi', '--architecture x64')
            await define('hardened', plan)
            await shows('sig image-definition show -g hardware -r gallery -i arm', '"Arm64"')
            await shows('sig image-definition show -g hardware -r gallery -i nvme', '"DiskControllerTypes"')
            await shows('sig image-definition show -g hardware -r gallery -i hardened', '"product": "hardened"')
            await fill('arm', '--architecture Arm64')
            await define('old', '--architecture x64', 'V1')
            await fill('old', '--architecture x64', 'V1')
            for (const name of ['nvme', 'scsi', 'hardened']) await fill(name, '--architecture x64')
          },
        },
        {
          name: 'is refused a machine whose size does not fit its image',
          async proof() {
            await refused(machine('arm', '--size Standard_D2s_v5'), 'BadRequest', "CPU Architecture of 'x64'")
            await refused(machine('scsi', '--size Standard_D2ps_v6'), 'BadRequest', "CPU Architecture of 'Arm64'")
            await refused(machine('old', '--size Standard_D2s_v6'), 'BadRequest', "Hypervisor Generation '1'")
            await refused(machine('nvme', '--size Standard_D2_v2'), 'BadRequest', "Hypervisor Generation '2'")
            await refused(machine('scsi', '--size Standard_D2s_v6'), 'InvalidParameter', 'disk controller types')
            await shows(machine('arm', '--size Standard_D2ps_v6'), 'VM running')
            await shows(machine('nvme', '--size Standard_D2s_v6'), 'VM running')
            await shows('vm show -g hardware -n vm-nvme', '"diskControllerType": "NVMe"')
          },
        },
        {
          name: 'is refused changed disk controllers, which it then asks for from a version on, and a machine that needs them',
          async proof() {
            const change = (/** @type {object} */ more, /** @type {object} */ purpose) => {
              const features = [{ name: 'DiskControllerTypes', value: 'SCSI,NVMe', ...more }]
              const identifier = { publisher: 'Contoso', offer: 'scsi', sku: 'one' }
              const system = { osType: 'Linux', osState: 'Generalized', hyperVGeneration: 'V2', identifier }
              const body = JSON.stringify({ location: 'westus', properties: { ...system, features, ...purpose } })
              return `rest --method put --url ${gallery}/images/scsi?api-version=${apiVersions.imageVersions.version} --body ${body}`
            }
            await refused(change({}, {}), 'PropertyChangeNotAllowed', 'DiskControllerTypes')
            await shows(change({ startsAtVersion: '1.0.0' }, { allowUpdateImage: true }), '"startsAtVersion": "1.0.0"')
            await shows(machine('scsi', '--size Standard_D2s_v6'), 'VM running')
          },
        },
        {
          name: 'is refused a machine without the plan, and without its terms, which it then accepts',
          async proof() {
            await refused(machine('hardened', '--size Standard_D2s_v5'), 'VMMarketplaceInvalidInput')
            const planned = machine('hardened', `--size Standard_D2s_v5 ${plan}`)
            await refused(planned, 'MarketplacePurchaseEligibilityFailed')
            const terms = '--publisher northwind --offer hardened --plan gen2'
            await shows(`vm image terms show ${terms}`, '"accepted": false')
            await shows(`vm image terms accept ${terms}`, '"accepted": true')
            await shows(planned, 'VM running')
          },
        },
      ],
      1,
    )
  } finally {
    await session.close()
  }
}
