// A disk encryption set whose key is in another tenant, with the real Azure CLI: what each tenant does is the portal's
// own code, and what is missing is refused with Azure's code.
import { fabrikam } from '@portal/azure-simulator'
import { crossTenantAccessExporters, otherTenantCommands, preparationExporters } from '@portal/code'
import { assertSuccess, proveAll } from '../test/proof.mjs'
import { startAzSession } from './session.mjs'

/** Fabrikam with a program that az can sign in as there. */
function partnerWorld() {
  const world = fabrikam()
  const program = {
    id: 'fab41ca0-0000-4000-8000-00000000b101',
    clientId: 'fab41ca0-0000-4000-8000-00000000c101',
    clientSecret: 'fabrikam-command-line-demonstration',
    displayName: 'fabrikam-command-line',
  }
  const scope = `/subscriptions/${world.subscriptions[0]?.subscriptionId}`
  return {
    ...world,
    servicePrincipals: [program],
    applicationAdministrators: [...world.applicationAdministrators, program.id],
    roleAssignments: [
      ...world.roleAssignments,
      { principalId: program.id, role: /** @type {const} */ ('Owner'), scope },
    ],
    signIn: `login --service-principal --tenant ${world.tenantId} -u ${program.clientId} -p ${program.clientSecret}`,
  }
}

/** Makes the set, and what is refused before; prints each outcome, and counts them. */
export async function azCrossTenant() {
  const { signIn: signInAtPartner, ...partner } = partnerWorld()
  const session = await startAzSession([partner])
  const { simulator, az, bash, signIn, cloud } = session
  const subscriptionId = simulator.world.subscriptions[0]?.subscriptionId ?? ''
  const keys = simulator.tenants.organizations()[1]?.store.list('', 'Microsoft.KeyVault/vaults/keys') ?? []
  const key = keys.find(({ id }) => id.includes('/kv-fabrikam-jpe/'))
  const url = key?.properties['keyUriWithVersion']
  const keyUrl = typeof url === 'string' ? url.replace(':443', '') : ''

  /** @param {{ federatedClientId: string, userAssignedIdentityId: string }} access */
  const preparation = (access) => ({
    subscriptionId,
    resourceGroupName: 'partner',
    encryptionType: /** @type {const} */ ('EncryptionAtRestWithCustomerKey'),
    rotationToLatestKeyVersionEnabled: true,
    orchestratorObjectId: '',
    regions: [
      {
        location: 'japaneast',
        diskEncryptionSetName: 'partner-set',
        identityName: '',
        vault: { isNew: false, name: '', permissionModel: /** @type {const} */ ('Roles') },
        key: { isNew: false, name: '' },
        attestationUri: '',
        crossTenantKey: { keyUrl, ...access },
      },
    ],
  })
  const access = { federatedClientId: '', userAssignedIdentityId: '' }
  /** Throws unless the portal's code makes the set or, with a code, is refused with it. */
  async function makesSet(code = '') {
    const ended = await bash(preparationExporters.AzureCli(preparation(access), cloud).text)
    if (code === '') return assertSuccess(ended)
    if (ended.ok || !ended.stderr.includes(code)) throw new Error(`${ended.stderr.slice(-1200)}\nlacks ${code}`)
  }
  const runs = async (/** @type {string} */ line) => assertSuccess(await az(line.split(' ')))
  const atHome = () => runs(signIn.at(-1) ?? '')

  try {
    return await proveAll(
      [
        {
          name: 'signs in',
          async proof() {
            for (const line of signIn) await runs(line)
            await runs('group create -n partner -l japaneast')
          },
        },
        {
          name: 'creates the application and its identity with the code of the portal',
          async proof() {
            const ended = await bash(crossTenantAccessExporters.AzureCli(preparation(access), cloud).text)
            assertSuccess(ended)
            access.federatedClientId = /^Client ID: (.+)$/m.exec(ended.stdout)?.[1] ?? ''
            access.userAssignedIdentityId = /^User-assigned identity: (.+)$/m.exec(ended.stdout)?.[1] ?? ''
          },
        },
        {
          name: 'is refused a set without the application: AKV10032',
          async proof() {
            const { ok, stderr } = await az([
              ...'disk-encryption-set create -g partner -n partner-set -l japaneast --key-url'.split(' '),
              keyUrl,
              '--mi-user-assigned',
              access.userAssignedIdentityId,
            ])
            if (ok || !stderr.includes('AKV10032: Invalid issuer')) throw new Error(stderr.slice(-1200))
          },
        },
        {
          name: 'is refused the set while the other tenant does not know the application: AADSTS7000229',
          proof: () => makesSet('AADSTS7000229'),
        },
        {
          name: 'is refused it while the application has no access to the key: KeyVaultAccessForbidden',
          async proof() {
            await runs(signInAtPartner)
            await runs(`ad sp create --id ${access.federatedClientId}`)
            await atHome()
            await makesSet('KeyVaultAccessForbidden')
          },
        },
        {
          name: 'makes it once the other tenant has run the commands of the request',
          async proof() {
            await runs(signInAtPartner)
            const rest = otherTenantCommands(preparation(access)).split('\n').slice(1)
            assertSuccess(await bash(['set -euo pipefail', ...rest].join('\n')))
            await atHome()
            await makesSet()
            const shown = await az(
              'disk-encryption-set show -g partner -n partner-set --query federatedClientId'.split(' '),
            )
            if (!shown.stdout.includes(access.federatedClientId)) throw new Error(shown.stdout)
          },
        },
        {
          name: 'encrypts a disk with it, and keeps the application when its rotation is changed',
          async proof() {
            await runs('disk create -g partner -n disk -l japaneast --size-gb 4 --disk-encryption-set partner-set')
            await runs('disk-encryption-set update -g partner -n partner-set --enable-auto-key-rotation false')
            const shown = await az(
              'disk-encryption-set show -g partner -n partner-set --query federatedClientId'.split(' '),
            )
            if (!shown.stdout.includes(access.federatedClientId)) throw new Error(shown.stdout)
          },
        },
      ],
      1,
    )
  } finally {
    await session.close()
  }
}
