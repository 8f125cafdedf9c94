import { ComputeManagementClient } from '@azure/arm-compute'
import { ResourceManagementClient } from '@azure/arm-resources'
import { SubscriptionClient } from '@azure/arm-resources-subscriptions'
import { ConfidentialClientApplication, InteractionRequiredAuthError } from '@azure/msal-node'
import { describe, expect, it } from 'vitest'
import { armToken, portalTokens, secondFactorClaims, startedAzure, textOf, type StartedAzure } from './testing/azure.ts'

// Azure's own third-party clients against the simulator.

const group = 'myResourceGroup'
const containing = (text: string): unknown => expect.stringContaining(text)

async function clientsOf({ simulator, production }: StartedAzure, firstName = 'Ada') {
  const token = await armToken(simulator, firstName)
  const credential = { getToken: () => Promise.resolve({ token, expiresOnTimestamp: Number.MAX_SAFE_INTEGER }) }
  const options = {
    endpoint: simulator.resourceManager,
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
  }
  const compute = new ComputeManagementClient(credential, production, options)
  const resources = new ResourceManagementClient(credential, production, options)
  const subscriptions = new SubscriptionClient(credential, options)
  for (const { pipeline } of [compute, resources, subscriptions]) {
    // The stock policy rejects http; this one only adds the token.
    pipeline.removePolicy({ name: 'bearerTokenAuthenticationPolicy' })
    pipeline.addPolicy({
      name: 'token',
      sendRequest(request, next) {
        request.headers.set('authorization', `Bearer ${token}`)
        return next(request)
      },
    })
  }
  return { compute, resources, subscriptions }
}

async function allOf<T>(list: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of list) all.push(item)
  return all
}

async function namesOf(list: AsyncIterable<{ name?: string | undefined }>): Promise<string[]> {
  return (await allOf(list)).map(({ name }) => name ?? '')
}

describe('@azure/arm-compute', () => {
  it('creates an encrypted version and follows it to its end', async () => {
    await using azure = await startedAzure()
    const { compute } = await clientsOf(azure)
    const set = (name: string) => azure.compute(`diskEncryptionSets/${name}`)
    const poller = compute.galleryImageVersions.createOrUpdate(group, 'contosoGallery', 'ubuntu-web', '2.0.0', {
      location: 'westus',
      publishingProfile: {
        targetRegions: ['WestUS', 'EastUS2'].map((prefix) => ({
          name: prefix.toLowerCase(),
          encryption: {
            osDiskImage: { diskEncryptionSetId: set(`${prefix}DiskEncryptionSet1`) },
            dataDiskImages: [{ lun: 0, diskEncryptionSetId: set(`${prefix}DiskEncryptionSet2`) }],
          },
        })),
      },
      storageProfile: { source: { id: azure.compute('images/myImage') } },
    })
    await poller.submitted()
    await poller.poll()
    expect(poller.isDone).toBe(false)
    azure.clock.advance(10 * 60_000)
    await poller.poll()
    expect(poller.operationState?.status).toBe('succeeded')
    expect(poller.result).toMatchObject({ name: '2.0.0', provisioningState: 'Succeeded' })
    const version = await compute.galleryImageVersions.get(group, 'contosoGallery', 'ubuntu-web', '2.0.0', {
      expand: 'ReplicationStatus',
    })
    expect(version.publishingProfile?.targetRegions?.map(({ name }) => name)).toEqual(['West US', 'East US 2'])
    expect(version.replicationStatus).toMatchObject({ aggregatedState: 'Completed' })
    expect(version.storageProfile?.dataDiskImages).toMatchObject([{ lun: 0, sizeInGB: 128 }])
  })

  it('reads Azure’s refusal with its code', async () => {
    await using azure = await startedAzure()
    const { compute } = await clientsOf(azure)
    const attempt = compute.galleryImageVersions
      .createOrUpdate(group, 'contosoGallery', 'ubuntu-web', '1.0', {
        location: 'westus',
        storageProfile: { source: { id: azure.compute('images/myImage') } },
      })
      .submitted()
    await expect(attempt).rejects.toMatchObject({
      statusCode: 400,
      code: 'InvalidParameter',
      message: containing('The image version name is invalid.'),
    })
  })

  it('hears of a replication that failed', async () => {
    await using azure = await startedAzure()
    const { compute } = await clientsOf(azure)
    const poller = compute.galleryImageVersions.createOrUpdate(group, 'contosoGallery', 'ubuntu-web', '2.0.0', {
      location: 'westus',
      storageProfile: { osDiskImage: { source: { id: azure.compute('snapshots/hugeSnapshot') } } },
    })
    await poller.submitted()
    azure.clock.advance(10 * 60_000)
    await expect(poller.poll()).rejects.toThrow('exceeds the max size 2048 supported')
  })

  it('makes and removes a set, a disk, a snapshot of it and an image, each in its family’s manner', async () => {
    await using azure = await startedAzure()
    const { compute } = await clientsOf(azure)
    const soon = () => azure.clock.advance(60_000)
    // A user-assigned identity gets access to the key beforehand, so that the set can encrypt at once.
    const granted = await compute.diskEncryptionSets.get(group, 'WestUSUserAssignedDiskEncryptionSet')
    const identities = Object.keys(granted.identity?.userAssignedIdentities ?? {})
    const set = compute.diskEncryptionSets.createOrUpdate(group, 'newSet', {
      location: 'westus',
      identity: { type: 'UserAssigned', userAssignedIdentities: Object.fromEntries(identities.map((id) => [id, {}])) },
      activeKey: { keyUrl: granted.activeKey?.keyUrl ?? '' },
    })
    await set.submitted()
    soon()
    await set.poll()
    expect(set.result).toMatchObject({
      name: 'newSet',
      encryptionType: 'EncryptionAtRestWithCustomerKey',
      provisioningState: 'Succeeded',
      identity: { type: 'UserAssigned' },
    })

    const disk = compute.disks.createOrUpdate(group, 'newDisk', {
      location: 'westus',
      osType: 'Linux',
      hyperVGeneration: 'V2',
      diskSizeGB: 64,
      creationData: { createOption: 'Empty' },
      encryption: {
        type: 'EncryptionAtRestWithCustomerKey',
        diskEncryptionSetId: azure.compute('diskEncryptionSets/newSet'),
      },
    })
    await disk.submitted()
    soon()
    await disk.poll()
    const snapshot = compute.snapshots.createOrUpdate(group, 'newSnapshot', {
      location: 'westus',
      creationData: { createOption: 'Copy', sourceResourceId: azure.compute('disks/newDisk') },
    })
    await snapshot.submitted()
    soon()
    await snapshot.poll()
    expect(snapshot.result).toMatchObject({
      diskSizeGB: 64,
      osType: 'Linux',
      hyperVGeneration: 'V2',
      encryption: { diskEncryptionSetId: containing('/resourceGroups/MYRESOURCEGROUP/') },
    })
    await expect(compute.diskEncryptionSets.delete(group, 'newSet').submitted()).rejects.toMatchObject({
      statusCode: 409,
    })

    const image = compute.images.createOrUpdate(group, 'newImage', {
      location: 'westus',
      sourceVirtualMachine: { id: azure.compute('virtualMachines/web-template-vm') },
    })
    await image.submitted()
    soon()
    await image.poll()
    expect(image.result).toMatchObject({
      hyperVGeneration: 'V2',
      storageProfile: { dataDisks: [{ lun: 0, diskSizeGB: 128 }] },
    })

    const deletion = compute.snapshots.delete(group, 'newSnapshot')
    await deletion.submitted()
    soon()
    await deletion.poll()
    expect(deletion.isDone).toBe(true)
    await expect(compute.snapshots.get(group, 'newSnapshot')).rejects.toMatchObject({ statusCode: 404 })
  })

  it('lists what the world holds', async () => {
    await using azure = await startedAzure()
    const { compute } = await clientsOf(azure)
    expect(await namesOf(compute.galleries.listByResourceGroup(group))).toEqual([
      'contosoGallery',
      'recoverableGallery',
      'sharedGallery',
    ])
    expect(await namesOf(compute.galleryImages.listByGallery(group, 'contosoGallery'))).toContain('confidential-ledger')
    expect(await namesOf(compute.diskEncryptionSets.list())).toContain('WestUSDoubleEncryptionSet')
    const galleries = await allOf(compute.galleries.list())
    expect(galleries.map(({ id }) => id?.split('/')[4])).toEqual([
      'GOVERNEDRESOURCEGROUP',
      'MYRESOURCEGROUP',
      'MYRESOURCEGROUP',
      'MYRESOURCEGROUP',
    ])
    const machine = await compute.virtualMachines.get(group, 'web-template-vm', { expand: 'instanceView' })
    expect(machine.instanceView?.statuses?.map(({ code }) => code)).toContain('PowerState/deallocated')
    const used = await allOf(compute.diskEncryptionSets.listAssociatedResources(group, 'WestUSDiskEncryptionSet1'))
    expect(used).toContain(azure.compute('disks/BACKUPDISK').replace(group, group.toUpperCase()))
  })
})

describe('@azure/arm-resources', () => {
  it('finds resources by type, groups and the regions of a type', async () => {
    await using azure = await startedAzure()
    const { resources, subscriptions } = await clientsOf(azure)
    const filter = "resourceType eq 'Microsoft.Storage/storageAccounts'"
    expect(await namesOf(resources.resources.list({ filter }))).toEqual(['contosovhds'])
    const either = "resourceType eq 'Microsoft.Compute/images' or resourceType eq 'Microsoft.Storage/storageAccounts'"
    expect(await namesOf(resources.resources.list({ filter: either }))).toHaveLength(5)
    await expect(namesOf(resources.resources.list({ filter: 'substringof' }))).rejects.toThrow(
      'unexpected statusCode 400',
    )
    expect(await namesOf(resources.resourceGroups.list())).toEqual(['governedResourceGroup', group])
    const { resourceTypes = [] } = await resources.providers.get('Microsoft.Compute')
    const versions = resourceTypes.find(({ resourceType }) => resourceType === 'galleries/images/versions')
    expect(versions?.locations).toContain('Italy North')
    const locations = await allOf(subscriptions.subscriptions.listLocations(azure.production))
    expect(locations.find(({ name }) => name === 'italynorth')).toMatchObject({
      displayName: 'Italy North',
      regionalDisplayName: '(Europe) Italy North',
      availabilityZoneMappings: [{ logicalZone: '1' }, { logicalZone: '2' }, { logicalZone: '3' }],
    })
    expect(locations).toHaveLength(60)
  })

  it('lists the subscriptions of each user, and the tenant', async () => {
    await using azure = await startedAzure()
    const ben = await clientsOf(azure, 'Ben')
    const visible = await allOf(ben.subscriptions.subscriptions.list())
    expect(visible).toMatchObject([
      { displayName: 'Contoso Development', subscriptionId: azure.development, state: 'Enabled' },
    ])
    expect(await allOf(ben.subscriptions.tenants.list())).toMatchObject([{ tenantId: azure.simulator.tenantId }])
  })
})

describe('@azure/msal-node', () => {
  function applicationOf({ simulator }: StartedAzure, clientSecret = simulator.applications.api.clientSecret) {
    const { entra, applications, tenantId } = simulator
    return new ConfidentialClientApplication({
      auth: {
        clientId: applications.api.clientId,
        clientSecret,
        authority: `https://sts.demo.invalid/${tenantId}/v2.0`,
        knownAuthorities: ['sts.demo.invalid'],
        authorityMetadata: JSON.stringify({
          issuer: entra.issuerTemplate,
          authorization_endpoint: entra.authorizationEndpoint.replace('{tenantid}', tenantId),
          token_endpoint: entra.tokenEndpoint.replace('{tenantid}', tenantId),
          end_session_endpoint: entra.endSessionEndpoint.replace('{tenantid}', tenantId),
          jwks_uri: entra.jwksUri.replace('{tenantid}', tenantId),
        }),
        clientCapabilities: ['CP1'],
      },
    })
  }
  const scopes = ['https://management.azure.com/.default']

  it('exchanges a user’s token, and finds it in its own cache the second time', async () => {
    await using azure = await startedAzure()
    const oboAssertion = textOf(await portalTokens(azure.simulator, 'Ada'), 'access_token')
    const application = applicationOf(azure)
    const first = await application.acquireTokenOnBehalfOf({ oboAssertion, scopes })
    const second = await application.acquireTokenOnBehalfOf({ oboAssertion, scopes })
    expect([first?.fromCache, second?.fromCache]).toEqual([false, true])
    expect(first?.account?.username).toBe('ada@contoso.example')
  })

  it('hears what claims are missing, as an error to act on', async () => {
    await using azure = await startedAzure()
    const oboAssertion = textOf(await portalTokens(azure.simulator, 'Sam'), 'access_token')
    const attempt = applicationOf(azure).acquireTokenOnBehalfOf({ oboAssertion, scopes, claims: secondFactorClaims })
    const error: unknown = await attempt.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(InteractionRequiredAuthError)
    expect(error).toMatchObject({
      errorCode: 'interaction_required',
      subError: 'basic_action',
      claims: containing('"c1"'),
    })
  })

  it('is refused with a wrong secret, and with a token that is not for it', async () => {
    await using azure = await startedAzure()
    const tokens = await portalTokens(azure.simulator, 'Ada')
    const idToken = textOf(tokens, 'id_token')
    await expect(applicationOf(azure).acquireTokenOnBehalfOf({ oboAssertion: idToken, scopes })).rejects.toThrow(
      'AADSTS500131',
    )
    const application = applicationOf(azure, 'wrong')
    const oboAssertion = textOf(tokens, 'access_token')
    await expect(application.acquireTokenOnBehalfOf({ oboAssertion, scopes })).rejects.toThrow('AADSTS7000215')
  })

  it('gets a token for a program', async () => {
    await using azure = await startedAzure()
    const { entra, world, tenantId } = azure.simulator
    const [pipeline] = world.servicePrincipals
    const application = new ConfidentialClientApplication({
      auth: {
        clientId: pipeline?.clientId ?? '',
        clientSecret: pipeline?.clientSecret ?? '',
        authority: `https://sts.demo.invalid/${tenantId}/v2.0`,
        knownAuthorities: ['sts.demo.invalid'],
        authorityMetadata: JSON.stringify({
          issuer: entra.issuerTemplate,
          authorization_endpoint: entra.authorizationEndpoint.replace('{tenantid}', tenantId),
          token_endpoint: entra.tokenEndpoint.replace('{tenantid}', tenantId),
          jwks_uri: entra.jwksUri.replace('{tenantid}', tenantId),
        }),
      },
    })
    const result = await application.acquireTokenByClientCredential({ scopes })
    const answer = await fetch(`${azure.simulator.url}/subscriptions?api-version=2022-12-01`, {
      headers: { authorization: `Bearer ${result?.accessToken}` },
    })
    expect(answer.status).toBe(200)
  })
})
