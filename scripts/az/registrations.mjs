// What the real Azure CLI shows and does with the portal's registration, which npm run setup:azure has created in the
// simulator's Microsoft Graph.
import { join } from 'node:path'
import { root } from '../run-step.mjs'
import { assertSame, assertSuccess, proveAll } from '../test/proof.mjs'
import { startAzSession } from './session.mjs'

/** Registers, prints each outcome, and counts them. */
export async function azRegistrations() {
  const session = await startAzSession()
  const { simulator, folder, az, bash, signIn } = session
  const names = /** @type {Record<string, string>} */ ({ GRAPH: `${simulator.url}/graph` })

  /** What az answers to `line`, split at spaces, as JSON; `$NAME` is one of `names`. */
  async function json(/** @type {string} */ line) {
    const words = line.split(' ').map((word) => word.replace(/^\$(\w+)$/, (_, name) => names[name] ?? ''))
    const ended = await az(words)
    assertSuccess(ended)
    return ended.stdout.trim() === '' ? undefined : JSON.parse(ended.stdout)
  }

  /** The API signs in with that credential, and then az signs in as before. */
  async function signsIn(/** @type {string} */ credential) {
    const login = `login --service-principal --tenant ${simulator.tenantId} --allow-no-subscriptions -u $API_CLIENT_ID`
    await json(`${login} ${credential}`)
    for (const line of signIn.slice(2)) assertSuccess(await az(line.split(' ')))
  }

  try {
    return await proveAll(
      [
        {
          name: 'az signs in, and finds Microsoft Graph in the metadata of the cloud',
          async proof() {
            for (const line of signIn) assertSuccess(await az(line.split(' ')))
            assertSame(await json('cloud show --query endpoints.microsoftGraphResourceId'), `${simulator.url}/graph/`)
          },
        },
        {
          name: 'az ad app list and az ad sp list find both by their names',
          async proof() {
            const setUp = join(root, 'scripts/setup-azure.mjs')
            const made = await bash(`'${process.execPath}' '${setUp}' --origin https://images.contoso.com --run`)
            assertSuccess(made)
            for (const [, name = '', id = ''] of made.stdout.matchAll(/^(\w+_CLIENT_ID)=(.*)$/gm)) names[name] = id
            const { stdout } = await az([
              ...'ad app list --query [].appId --display-name'.split(' '),
              'Gallery Encryption Portal',
            ])
            const found = JSON.parse(stdout)
            for (const name of ['API_CLIENT_ID', 'PORTAL_CLIENT_ID']) assertSame(found.includes(names[name]), true)
            assertSame((await json('ad sp list --spn $API_CLIENT_ID')).length, 1)
          },
        },
        {
          name: 'az ad app credential reset adds a certificate, by which the API signs in',
          async proof() {
            const [key, cert, both] = ['key.pem', 'cert.pem', 'api.pem'].map((file) => join(folder, file))
            const made = await bash(
              `openssl req -x509 -newkey rsa:3072 -nodes -days 365 -subj /CN=api -keyout ${key} -out ${cert} && cat ${key} ${cert} > ${both}`,
            )
            assertSuccess(made)
            await json(`ad app credential reset --id $API_CLIENT_ID --append --cert @${cert}`)
            await signsIn(`--certificate ${both}`)
          },
        },
        {
          name: 'az ad app credential reset adds a secret, by which the API signs in',
          async proof() {
            names['API_CLIENT_SECRET'] = await json(
              'ad app credential reset --id $API_CLIENT_ID --append --years 1 --query password',
            )
            await signsIn('-p $API_CLIENT_SECRET')
          },
        },
        {
          name: 'az ad app credential list: the certificate beside the secret',
          async proof() {
            assertSame(await json('ad app credential list --id $API_CLIENT_ID --cert --query length(@)'), 1)
            assertSame(await json('ad app credential list --id $API_CLIENT_ID --query length(@)'), 1)
          },
        },
        {
          name: 'az role assignment create finds the API by its application id',
          async proof() {
            const scope = `/subscriptions/${simulator.world.subscriptions[0]?.subscriptionId}`
            const made = await json(`role assignment create --assignee $API_CLIENT_ID --role Reader --scope ${scope}`)
            assertSame(made.principalType, 'ServicePrincipal')
            const listed = await json(`role assignment list --assignee $API_CLIENT_ID --scope ${scope}`)
            assertSame(
              listed.map((/** @type {{ principalName: string }} */ { principalName }) => principalName),
              [names['API_CLIENT_ID']],
            )
          },
        },
        {
          name: 'az rest makes an application by its unique name, and finds it there the second time',
          async proof() {
            const url = `${simulator.url}/graph/v1.0/applications(uniqueName='images')`
            const upsert = `rest --method PATCH --resource $GRAPH --url ${url} --headers Prefer=create-if-missing --body`
            const made = await json(`${upsert} {"displayName":"Images"}`)
            assertSame(await json(`${upsert} {"displayName":"Images"}`), undefined)
            assertSame(await json(`ad app show --id ${made.appId} --query [id,uniqueName]`), [made.id, 'images'])
          },
        },
        {
          name: 'az ad app delete takes the service principals along',
          async proof() {
            for (const id of ['$PORTAL_CLIENT_ID', '$API_CLIENT_ID']) await json(`ad app delete --id ${id}`)
            assertSame(await json('ad sp list --spn $API_CLIENT_ID'), [])
          },
        },
      ],
      1,
    )
  } finally {
    await session.close()
  }
}
