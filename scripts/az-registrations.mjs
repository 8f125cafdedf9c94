// The commands of docs/run-on-azure.md that register the portal, as they stand there, with the real Azure CLI and the
// simulator's Microsoft Graph; and that az makes of them what the page says.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-step.mjs'
import { startAzSession } from './az-session.mjs'
import { demandSuccess, proveAll } from './proof.mjs'

const page = readFileSync(join(root, 'docs/run-on-azure.md'), 'utf8')

/**
 * The commands below a heading of the page, up to the next heading of any level.
 * @param {string} heading with its hashes
 */
function commandsUnder(heading) {
  const [, after = ''] = page.split(`\n${heading}\n`)
  const section = after.split(/\n##+ /)[0] ?? '' // a comment of a block has one hash
  const blocks = [...section.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, block = '']) => block)
  if (blocks.length === 0) throw new Error(`docs/run-on-azure.md has no commands under "${heading}"`)
  return blocks
}

/** Registers as the page says, prints each outcome, and counts them. */
export async function azRegistrations() {
  const session = await startAzSession({ rate: 200 })
  const { simulator, folder, az, bash, signIn } = session
  const names = /** @type {Record<string, string>} */ ({})

  /**
   * Runs commands of the page where those before it ran, and remembers what they exported.
   * @param {string} commands
   */
  async function run(commands) {
    const known = Object.entries(names).map(([name, value]) => `export ${name}='${value}'`)
    const script = ['set -euo pipefail', `cd '${folder}'`, ...known, commands, 'env'].join('\n')
    const ended = await bash(script)
    demandSuccess(ended)
    for (const [, name = '', value = ''] of ended.stdout.matchAll(
      /^([A-Z_]+_ID|[A-Z_]+_SECRET|GRAPH|OIDC_ISSUER)=(.*)$/gm,
    ))
      names[name] = value
  }

  /** What az answers to `line`, split at spaces, as JSON; `$NAME` is what the page exported. */
  async function json(/** @type {string} */ line) {
    const words = line.split(' ').map((word) => word.replace(/^\$(\w+)$/, (_, name) => names[name] ?? ''))
    const ended = await az(words)
    demandSuccess(ended)
    return ended.stdout.trim() === '' ? undefined : JSON.parse(ended.stdout)
  }

  /** Throws unless they are the same JSON. */
  function demandSame(/** @type {unknown} */ found, /** @type {unknown} */ wanted) {
    const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)]
    if (one !== other) throw new Error(`${one}\nis not\n${other}`)
  }

  const [registration = ''] = commandsUnder('### With az')
  const [federated = '', identity = '', certificate = '', secret = ''] = commandsUnder("## 2. The API's credential")
  /** @param {string} credential */
  const signsIn = async (credential) => {
    const login = `login --service-principal --tenant ${simulator.tenantId} --allow-no-subscriptions -u $API_CLIENT_ID`
    await json(`${login} ${credential}`)
    // az goes on as who it was.
    for (const line of signIn.slice(2)) demandSuccess(await az(line.split(' ')))
  }

  try {
    return await proveAll(
      [
        {
          name: 'az signs in, and finds Microsoft Graph in the metadata of the cloud',
          async proof() {
            for (const line of signIn) demandSuccess(await az(line.split(' ')))
            demandSame(await json('cloud show --query endpoints.microsoftGraphResourceId'), `${simulator.url}/`)
          },
        },
        { name: 'section 1: the two applications', proof: () => run(registration) },
        {
          name: 'section 1 a second time changes nothing and ends well',
          async proof() {
            const ids = { ...names }
            // The service principals are there by now, which az tells as an error.
            await run(registration.replaceAll(/^az ad sp create .*$/gm, ''))
            demandSame(names, ids)
          },
        },
        {
          name: 'az ad app show: the API as the page describes it',
          async proof() {
            const found = await json('ad app show --id $API_CLIENT_ID')
            demandSame(
              [found.signInAudience, found.identifierUris, found.api.requestedAccessTokenVersion],
              ['AzureADMyOrg', [`api://${names['API_CLIENT_ID']}`], 2],
            )
            demandSame(found.api.knownClientApplications, [names['PORTAL_CLIENT_ID']])
            demandSame(
              found.api.oauth2PermissionScopes.map((/** @type {{ value: string }} */ { value }) => value),
              ['access_as_user'],
            )
          },
        },
        {
          name: 'az ad app list and az ad sp list find both by their names',
          async proof() {
            const wanted = [names['API_CLIENT_ID'], names['PORTAL_CLIENT_ID']].toSorted()
            const all = '--query sort([?appId!=null].appId)'
            const named = (/** @type {string} */ name) => [
              'ad',
              'app',
              'list',
              '--display-name',
              name,
              ...all.split(' '),
            ]
            const { stdout } = await az(named('Gallery Encryption Portal'))
            const found = JSON.parse(stdout)
            if (!wanted.every((id) => found.includes(id))) throw new Error(stdout)
            const principal = await json('ad sp list --spn $API_CLIENT_ID')
            demandSame(principal.length, 1)
          },
        },
        {
          name: 'az ad app permission list-grants: consent for everybody',
          async proof() {
            const grants = '--query [].[scope,consentType,principalId]'
            demandSame(await json(`ad app permission list-grants --id $API_CLIENT_ID ${grants}`), [
              ['user_impersonation', 'AllPrincipals', null],
            ])
            demandSame(await json(`ad app permission list-grants --id $PORTAL_CLIENT_ID ${grants}`), [
              ['access_as_user', 'AllPrincipals', null],
            ])
          },
        },
        {
          name: 'section 2: the federated credential, shown by its name',
          async proof() {
            await run(federated)
            const shown = 'ad app federated-credential show --id $API_CLIENT_ID --federated-credential-id portal-in-aks'
            demandSame(await json(`${shown} --query issuer`), names['OIDC_ISSUER'])
          },
        },
        {
          name: 'section 2: the trust in a managed identity, shown by its name',
          async proof() {
            await run(identity)
            const shown =
              'ad app federated-credential show --id $API_CLIENT_ID --federated-credential-id portal-identity'
            demandSame(await json(`${shown} --query subject`), names['IDENTITY_PRINCIPAL_ID'])
          },
        },
        {
          name: 'section 2: the certificate, by which the API signs in',
          async proof() {
            await run(certificate)
            await signsIn(`--certificate ${join(folder, 'api.pem')}`)
          },
        },
        {
          name: 'section 2: the secret, by which the API signs in',
          async proof() {
            await run(secret)
            await signsIn('-p $API_CLIENT_SECRET')
          },
        },
        {
          name: 'az ad app credential list: the certificate beside the secret',
          async proof() {
            demandSame(await json('ad app credential list --id $API_CLIENT_ID --cert --query length(@)'), 1)
            demandSame(await json('ad app credential list --id $API_CLIENT_ID --query length(@)'), 1)
          },
        },
        {
          name: 'az role assignment create finds the API by its application id',
          async proof() {
            const scope = `/subscriptions/${simulator.world.subscriptions[0]?.subscriptionId}`
            const made = await json(`role assignment create --assignee $API_CLIENT_ID --role Reader --scope ${scope}`)
            demandSame(made.principalType, 'ServicePrincipal')
            const listed = await json(`role assignment list --assignee $API_CLIENT_ID --scope ${scope}`)
            demandSame(
              listed.map((/** @type {{ principalName: string }} */ { principalName }) => principalName),
              [names['API_CLIENT_ID']],
            )
          },
        },
        {
          name: 'az rest makes an application by its unique name, and finds it there the second time',
          async proof() {
            const url = `${simulator.url}/v1.0/applications(uniqueName='images')`
            const upsert = `rest --method PATCH --resource $GRAPH --url ${url} --headers Prefer=create-if-missing --body`
            const made = await json(`${upsert} {"displayName":"Images"}`)
            demandSame(await json(`${upsert} {"displayName":"Images"}`), undefined)
            demandSame(await json(`ad app show --id ${made.appId} --query [id,uniqueName]`), [made.id, 'images'])
          },
        },
        {
          name: 'az ad app delete takes the service principals along',
          async proof() {
            for (const id of ['$PORTAL_CLIENT_ID', '$API_CLIENT_ID']) await json(`ad app delete --id ${id}`)
            demandSame(await json('ad sp list --spn $API_CLIENT_ID'), [])
          },
        },
      ],
      1,
    )
  } finally {
    await session.close()
  }
}
