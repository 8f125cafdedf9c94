// Images for particular hardware and with a plan, and machines that do not fit them, with the real Azure CLI.
import { demandSuccess, proveAll } from '../test/proof.mjs'
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
    demandSuccess(ended)
    if (!ended.stdout.includes(shown)) throw new Error(`${ended.stdout.slice(0, 600)}\nlacks ${shown}`)
  }
  /** Throws unless az fails, and its error contains `code`. */
  async function refused(/** @type {string} */ line, /** @type {string} */ code) {
    const { ok, stdout, stderr } = await az(line.split(' '))
    if (ok || !stderr.includes(code)) throw new Error(`${stdout.slice(0, 600)}\n${stderr.slice(-1200)}\nlacks ${code}`)
  }
  const define = (/** @type {string} */ name, /** @type {string} */ facts) =>
    shows(
      `sig image-definition create -g hardware -r gallery -i ${name} -p Contoso -f ${name} -s one --os-type Linux --os-state Generalized --hyper-v-generation V2 ${facts}`,
      'Succeeded',
    )
  /** A disk, a snapshot and a version of it. */
  async function fill(/** @type {string} */ name, /** @type {string} */ facts) {
    await shows(
      `disk create -g hardware -n ${name} -l westus --size-gb 30 --os-type Linux --hyper-v-generation V2 ${facts}`,
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
            for (const name of ['nvme', 'scsi', 'hardened']) await fill(name, '--architecture x64')
          },
        },
        {
          name: 'is refused a machine whose size does not fit its image',
          async proof() {
            await refused(machine('arm', '--size Standard_D2s_v5'), 'CPU Architecture')
            await refused(machine('scsi', '--size Standard_D2ps_v6'), 'CPU Architecture')
            await refused(machine('scsi', '--size Standard_D2s_v6'), 'InvalidParameter')
            await shows(machine('arm', '--size Standard_D2ps_v6'), 'VM running')
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
