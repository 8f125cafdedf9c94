// npm run setup:azure with the real Azure CLI and the simulator's Microsoft Graph: what it creates, corrects and leaves
// alone.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fabrikam } from '@portal/azure-simulator'
import { parse } from 'yaml'
import { root } from '../run-step.mjs'
import { assertSame, assertSuccess, proveAll } from '../test/proof.mjs'
import { startAzSession } from './session.mjs'

const workload = '--issuer https://oidc.contoso.com/cluster --subject system:serviceaccount:images:portal'
const asked = `--origin https://images.contoso.com --consent ${workload}`

/**
 * Another tenant, with a program that can administer its applications, because az can sign in as one without a user.
 */
function partnerWithProgram() {
  const program = {
    id: 'fab41ca0-0000-4000-8000-00000000b801',
    clientId: 'fab41ca0-0000-4000-8000-00000000c801',
    clientSecret: 'made-up-for-this-test',
    displayName: 'fabrikam-command-line',
  }
  return { ...fabrikam(), servicePrincipals: [program], applicationAdministrators: [program.id] }
}

/** Registers, changes and corrects; prints each outcome, and counts them. */
export async function azSetup() {
  const partner = partnerWithProgram()
  const session = await startAzSession([partner])
  const { simulator, az, bash, signIn } = session
  const setUp = join(root, 'scripts/setup-azure.mjs')
  const subscription = `/subscriptions/${simulator.world.subscriptions[0]?.subscriptionId}`

  /** Runs the script; returns its output, and the writes in Microsoft Graph meanwhile, as `PATCH applications`. */
  async function run(/** @type {string} */ options, after = '') {
    const from = simulator.requests.length
    const ended = await bash(`set -o pipefail; '${process.execPath}' '${setUp}' ${options} ${after}`)
    const writes = simulator.requests
      .slice(from)
      .filter(({ method, path }) => method !== 'GET' && path.startsWith('/graph/v1.0/'))
      .map(({ method, path }) => `${method} ${path.replace('/graph/v1.0/', '').replace(/[(/].*/, '')}`)
    return { ...ended, writes }
  }

  /** What az answers, as JSON. */
  async function json(/** @type {string} */ line, /** @type {string[]} */ ...words) {
    const ended = await az([...line.split(' '), ...words])
    assertSuccess(ended)
    return ended.stdout.trim() === '' ? undefined : JSON.parse(ended.stdout)
  }
  const application = (/** @type {string} */ name) =>
    json(
      'rest --resource',
      `${simulator.url}/graph`,
      '--url',
      `${simulator.url}/graph/v1.0/applications(uniqueName='${name}')`,
    )
  const credentials = (/** @type {string} */ id) => json(`ad app federated-credential list --id ${id}`)

  function assertText(/** @type {string} */ text, /** @type {RegExp} */ wanted) {
    if (!wanted.test(text)) throw new Error(`${text}\nis not as ${wanted}`)
  }
  async function assertNothingToChange(/** @type {string} */ options) {
    const again = await run(`${options} --run`)
    assertSuccess(again)
    assertSame(again.writes, [])
    assertText(again.stderr, /^Nothing to change\./m)
    return again
  }

  try {
    return await proveAll(
      [
        {
          name: 'without az signed in it says what to do',
          async proof() {
            const { ok, stderr } = await run(asked)
            assertSame(ok, false)
            assertText(stderr, /First sign in to the tenant of the portal: az login/)
            for (const line of signIn) assertSuccess(await az(line.split(' ')))
          },
        },
        {
          name: '--what-if shows nine calls and writes nothing',
          async proof() {
            const shown = await run(`${asked} --what-if`)
            assertSuccess(shown)
            assertSame(shown.stdout.match(/^(PATCH|POST) https:.*$/gm)?.length, 9)
            assertText(shown.stdout, /"requestedAccessTokenVersion": 2/)
            assertSame(shown.writes, [])
          },
        },
        {
          name: 'the commands that it prints register both applications when bash runs them, and tell the variables',
          async proof() {
            const made = await run(asked, '| bash')
            assertSuccess(made)
            assertSame(made.writes.length, 9)
            const [api, portal] = [
              await application('gallery-encryption-portal-api'),
              await application('gallery-encryption-portal'),
            ]
            assertSame(made.stdout.trim().split('\n'), [
              'AUTH_MODE=entra',
              `AZURE_CLOUD=${simulator.url}`,
              `AZURE_TENANT_IDS=${simulator.tenantId}`,
              `PORTAL_CLIENT_ID=${portal.appId}`,
              `API_CLIENT_ID=${api.appId}`,
              'PUBLIC_ORIGIN=https://images.contoso.com',
            ])
            assertSame(
              [api.signInAudience, api.identifierUris, api.api.requestedAccessTokenVersion],
              ['AzureADMyOrg', [`api://${api.appId}`], 2],
            )
            assertSame(api.api.knownClientApplications, [portal.appId])
            assertSame(
              api.api.oauth2PermissionScopes.map((/** @type {{ value: string }} */ { value }) => value),
              ['access_as_user'],
            )
            assertSame(portal.spa.redirectUris, ['https://images.contoso.com/auth/redirect.html'])
            assertSame((await credentials(api.appId))[0].subject, 'system:serviceaccount:images:portal')
            const grants = '--query [].[scope,consentType,principalId]'
            for (const [id, scope] of [
              [api.appId, 'user_impersonation'],
              [portal.appId, 'access_as_user'],
            ])
              assertSame(await json(`ad app permission list-grants --id ${id} ${grants}`), [
                [scope, 'AllPrincipals', null],
              ])
          },
        },
        {
          name: '--run a second time writes nothing, says so, and tells the same variables',
          async proof() {
            const { stdout } = await assertNothingToChange(asked)
            assertText(stdout, /^PUBLIC_ORIGIN=https:\/\/images\.contoso\.com$/m)
          },
        },
        {
          name: 'a redirect URI that somebody changed is shown by --what-if and mended by --run, by one call',
          async proof() {
            const { appId } = await application('gallery-encryption-portal')
            const drifted = '{"spa":{"redirectUris":["https://old.contoso.com/auth/redirect.html"]}}'
            const url = `${simulator.url}/graph/v1.0/applications(appId='${appId}')`
            await json('rest --method PATCH --resource', `${simulator.url}/graph`, '--url', url, '--body', drifted)
            const { stdout } = await run(`${asked} --what-if`)
            assertText(stdout, /~ spa\.redirectUris: \["https:\/\/old\.[^\]]+\] -> \["https:\/\/images\./)
            const mended = await run(`${asked} --run`)
            assertSuccess(mended)
            assertSame(mended.writes, ['PATCH applications'])
            await assertNothingToChange(asked)
          },
        },
        {
          name: 'a second portal of its own name trusts a managed identity, found by its resource id',
          async proof() {
            await json('group create -n portals -l westus')
            const { principalId, clientId, id } = await json('identity create -g portals -n portal -l westus')
            const second = `--origin https://second.contoso.com --name second-portal --managed-identity ${id}`
            const made = await run(`${second} --run`)
            assertSuccess(made)
            assertText(made.stdout, new RegExp(`^API_MANAGED_IDENTITY_CLIENT_ID=${clientId}$`, 'm'))
            const { appId } = await application('second-portal-api')
            const [{ issuer, subject, audiences }] = await credentials(appId)
            assertSame(
              [issuer, subject, audiences],
              [`${simulator.url}/${simulator.tenantId}/v2.0`, principalId, ['api://AzureADTokenExchange']],
            )
            await assertNothingToChange(second)
          },
        },
        {
          name: 'the hooks of azd register the app, and then its address and its identity',
          async proof() {
            const { hooks } = parse(readFileSync(join(root, 'azure.yaml'), 'utf8'))
            const name = 'images-by-azd'
            const { principalId } = await json(`identity create -g portals -n ${name}-identity -l westus`)
            // azd is not here, and neither a registry nor a builder of images: the registration is.
            const registers = hooks.preprovision.run.replace(/^az account set[^]*?^npm ci$/m, '')
            async function runHook(/** @type {string} */ hook, origin = '') {
              const variables = `AZURE_ENV_NAME=${name} AZURE_RESOURCE_GROUP=portals`
              const azd = `export AZURE_SUBSCRIPTION_ID=${subscription.split('/').at(-1)} ${variables} origin=${origin}
                azd() { echo "$3=$4"; }\n`
              const ended = await bash(`${azd}${hook}`)
              assertSuccess(ended)
              return ended
            }
            const { stdout } = await runHook(registers)
            const { appId } = await application(`${name}-api`)
            assertText(stdout, new RegExp(`^PORTAL_CLIENT_ID=\\S+\\nAPI_CLIENT_ID=${appId}$`, 'm'))
            await runHook(hooks.postprovision.run, 'https://images.example.azurecontainerapps.io')
            assertSame((await application(name)).spa.redirectUris, [
              'https://images.example.azurecontainerapps.io/auth/redirect.html',
            ])
            assertSame(
              (await credentials(appId)).map(({ subject }) => subject),
              [principalId],
            )
          },
        },
        {
          name: '--tenants opens both applications to people of other tenants',
          async proof() {
            const { tenantId: tenant } = partner
            const opened = await run(`${asked} --tenants ${tenant} --run`)
            assertSuccess(opened)
            assertSame(opened.writes, ['PATCH applications', 'PATCH applications'])
            assertText(opened.stdout, new RegExp(`^AZURE_TENANT_IDS=${simulator.tenantId},${tenant}$`, 'm'))
            assertSame((await application('gallery-encryption-portal')).signInAudience, 'AzureADMultipleOrgs')
          },
        },
        {
          name: '--other-tenant lets them be used there, with consent for everybody, and once',
          async proof() {
            const ids = [
              `--api-client-id ${(await application('gallery-encryption-portal-api')).appId}`,
              `--portal-client-id ${(await application('gallery-encryption-portal')).appId}`,
            ].join(' ')
            const [{ clientId, clientSecret }] = partner.servicePrincipals
            const login = 'login --service-principal --allow-no-subscriptions --tenant'
            await json(`${login} ${partner.tenantId} -u ${clientId} -p ${clientSecret}`)
            const used = await run(`--other-tenant ${ids} --run`)
            assertSuccess(used)
            assertSame(used.writes, [
              'POST servicePrincipals',
              'POST servicePrincipals',
              'POST oauth2PermissionGrants',
              'POST oauth2PermissionGrants',
            ])
            assertSame(used.stdout, '')
            await assertNothingToChange(`--other-tenant ${ids}`)
            for (const line of signIn.slice(2)) assertSuccess(await az(line.split(' ')))
          },
        },
        {
          name: 'registrations that were made by hand are taken by their ids',
          async proof() {
            const byHand = 'ad app create --sign-in-audience AzureADMyOrg --query appId --display-name'
            const [api, portal] = [await json(byHand, 'By hand API'), await json(byHand, 'By hand')]
            const options = `--origin https://images.contoso.com --api-client-id ${api} --portal-client-id ${portal}`
            const made = await run(`${options} --run`)
            assertSuccess(made)
            assertSame(made.writes, [
              'PATCH applications',
              'PATCH applications',
              'POST servicePrincipals',
              'POST servicePrincipals',
            ])
            assertSame((await json(`ad app show --id ${portal}`)).displayName, 'By hand')
            await assertNothingToChange(options)
          },
        },
        {
          name: `who administers no applications hears which role it takes`,
          async proof() {
            const { clientId, clientSecret } = await json(
              `ad sp create-for-rbac -n reader --role Reader --scopes ${subscription} --query {clientId:appId,clientSecret:password}`,
            )
            // One word: a secret is random, and one that begins with a hyphen is no option.
            await json(`login --service-principal --tenant ${simulator.tenantId} -u ${clientId} -p=${clientSecret}`)
            const { ok, stderr } = await run(asked)
            assertSame(ok, false)
            assertText(stderr, /You need the role Application Administrator/)
          },
        },
      ],
      1,
    )
  } finally {
    await session.close()
  }
}
