// The options of npm run setup:azure.
import { parseArgs } from 'node:util'

/**
 * @typedef {{ issuer: string, subject: string, audience: string }} Workload whose token authenticates the API's
 * application
 * @typedef {{
 *   mode: 'print' | 'what-if' | 'run',
 *   origin: string,
 *   name: string,
 *   tenantIds: string[],
 *   apiClientId: string | undefined,
 *   portalClientId: string | undefined,
 *   workload: Workload | undefined,
 *   managedIdentityId: string | undefined,
 *   consent: boolean,
 *   inOtherTenant: boolean }} Settings origin: of the portal, in browsers; name: unique name of the browser's
 *   application, and with `-api` of
 *   the API's; tenantIds: whose users can sign in besides those of az's tenant; inOtherTenant: az is signed in to one
 *   of those
 *   others, and the applications are registered elsewhere; then there is no origin
 */

export const usage = `Registers the portal's two applications in the tenant that az is signed in to, in the cloud that az is set to.
Prints the az commands that create or fix what is missing or different. Runs them only with --run.

npm run --silent setup:azure -- --origin https://images.contoso.com [options]

  --origin URL                  the portal's address in the browser: https, without a path
  --what-if                     show each Microsoft Graph call and what it would change
  --run                         run the commands
  --consent                     also grant admin consent for the applications, for all users in the tenant
  --issuer URL --subject TEXT   trust this workload's tokens (AKS, GitHub …) instead of a secret
  --audience TEXT               audience of those tokens; default: api://AzureADTokenExchange
  --managed-identity ID         trust this user-assigned identity (resource ID) instead of a secret
  --tenants ID,ID               also let users of these tenants sign in
  --other-tenant                az is signed in to one of those tenants: allow the applications with these IDs there, and
                                grant consent; --origin isn't needed
  --name NAME                   unique name of the applications; default: gallery-encryption-portal
  --api-client-id ID            use this registration for the API, regardless of its unique name
  --portal-client-id ID         use this registration for the browser`

/** Every fault of the arguments, one sentence each. */
export class ArgumentFaults extends Error {
  /** @param {string[]} faults */
  constructor(faults) {
    super(faults.join('\n'))
    this.name = 'ArgumentFaults'
  }
}

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
// The texts are used in shell commands unchanged.
const plainText = /^[^\p{Cc}"'`$\\]{1,600}$/u
const identityId =
  /^\/subscriptions\/[\w-]+\/resourceGroups\/[\w.()-]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[\w-]+$/i

/**
 * @param {string[]} argv without node and the script
 * @returns {Settings}
 * @throws {ArgumentFaults}
 */
export function readArguments(argv) {
  const given = parsed(argv)
  /** @type {string[]} */
  const faults = []
  const check = (/** @type {boolean} */ holds, /** @type {string} */ fault) => void (holds || faults.push(fault))
  const idOf = (/** @type {'api-client-id' | 'portal-client-id'} */ option) => {
    const id = given[option]
    check(id === undefined || guid.test(id), `--${option} is "${id}"; it must be an application (client) ID, a GUID.`)
    return id?.toLowerCase()
  }

  const tenantIds = listed(given.tenants)
  for (const id of tenantIds) check(guid.test(id), `--tenants has "${id}"; it must be a list of tenant IDs (GUIDs).`)
  check(!(given.run && given['what-if']), 'Use either --run or --what-if, not both.')
  const { name, 'managed-identity': managedIdentityId, 'other-tenant': inOtherTenant } = given
  check(
    !inOtherTenant || (given['api-client-id'] !== undefined && given['portal-client-id'] !== undefined),
    '--other-tenant requires --api-client-id and --portal-client-id. Use the IDs printed by the setup in the first tenant.',
  )
  check(
    !inOtherTenant || (given.issuer ?? given.subject ?? managedIdentityId ?? given.tenants) === undefined,
    "--other-tenant doesn't change registrations. Use --tenants, --issuer, --subject, and --managed-identity in the first tenant.",
  )
  check(
    /^[a-z\d][a-z\d-]{2,59}$/.test(name),
    `--name is "${name}"; it must be 3 to 60 lowercase letters, digits, and hyphens.`,
  )
  check(
    managedIdentityId === undefined || identityId.test(managedIdentityId),
    `--managed-identity is "${managedIdentityId}"; it must be the resource ID of a user-assigned identity (az identity show --query id).`,
  )
  /** @type {Settings} */
  const settings = {
    mode: given.run ? 'run' : given['what-if'] ? 'what-if' : 'print',
    origin: inOtherTenant ? '' : originOf(given.origin, check),
    name,
    tenantIds,
    apiClientId: idOf('api-client-id'),
    portalClientId: idOf('portal-client-id'),
    workload: workloadOf(given, check),
    managedIdentityId,
    consent: given.consent || inOtherTenant,
    inOtherTenant,
  }
  if (faults.length > 0) throw new ArgumentFaults(faults)
  return settings
}

/** @typedef {(holds: boolean, fault: string) => void} Check adds the fault unless it holds */

function parsed(/** @type {string[]} */ args) {
  const text = /** @type {const} */ ({ type: 'string' })
  const flag = /** @type {const} */ ({ type: 'boolean', default: false })
  try {
    return parseArgs({
      args,
      options: {
        origin: text,
        name: { type: 'string', default: 'gallery-encryption-portal' },
        tenants: text,
        'api-client-id': text,
        'portal-client-id': text,
        issuer: text,
        subject: text,
        audience: text,
        'managed-identity': text,
        consent: flag,
        'other-tenant': flag,
        'what-if': flag,
        run: flag,
      },
    }).values
  } catch (error) {
    throw new ArgumentFaults([error instanceof Error ? error.message : String(error)])
  }
}

function listed(/** @type {string | undefined} */ text) {
  const items = (text ?? '').split(',').map((item) => item.trim().toLowerCase())
  return [...new Set(items.filter((item) => item !== ''))]
}

/** The same requirement as the server's for PUBLIC_ORIGIN. */
function originOf(/** @type {string | undefined} */ given, /** @type {Check} */ check) {
  if (given === undefined) {
    check(false, "--origin isn't set. Set it to the portal's own address, such as https://images.contoso.com.")
    return ''
  }
  const url = URL.parse(given)
  const isOrigin = url?.protocol === 'https:' && given.replace(/\/$/, '') === url.origin
  check(
    isOrigin,
    `--origin is "${given}"; it must be an https origin without a path, such as https://images.contoso.com.`,
  )
  return url?.origin ?? ''
}

function workloadOf(
  /** @type {ReturnType<typeof parsed>} */ { issuer, subject, audience },
  /** @type {Check} */ check,
) {
  if (issuer === undefined && subject === undefined) {
    check(audience === undefined, '--audience is for the tokens of --issuer and --subject. Set these too.')
    return undefined
  }
  if (issuer === undefined || subject === undefined) {
    check(false, '--issuer and --subject must be set together.')
    return undefined
  }
  check(
    URL.parse(issuer)?.protocol === 'https:' && plainText.test(issuer),
    `--issuer is "${issuer}"; it must be the https URL in the iss claim of the tokens.`,
  )
  for (const [option, value] of Object.entries({ subject, audience }))
    check(
      value === undefined || plainText.test(value),
      `--${option} must have 1 to 600 characters, without quotation marks, dollar signs, backslashes, or control characters.`,
    )
  return { issuer, subject, audience: audience ?? 'api://AzureADTokenExchange' }
}
