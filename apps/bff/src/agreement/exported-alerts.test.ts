import { apiVersions } from '@portal/arm'
import { contoso, startAzureSimulator, type Clock } from '@portal/azure-simulator'
import { alertDeployments, deploymentExporters } from '@portal/code'
import { type AlertPlan, nonCompliantToday } from '@portal/disk-encryption'
import { type ComplianceFacts, publicCloud } from '@portal/disk-encryption/testing'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { armUrl } from '../azure/arm/arm-request.ts'
import { testAzureSession } from '../testing/azure-session.ts'

// What is exported takes effect in Azure, and what it would mark was told beforehand.

const start = Date.parse('2026-11-24T10:00:00Z')
const answer = z.object({ data: z.array(z.record(z.string(), z.unknown())) })
const text = z.string()
const optional = z.optional(z.nullable(z.string()))

async function anEstate() {
  let now = start
  const clock: Clock = {
    now: () => now,
    advance: (ms) => void (now += ms),
    moveTo: (ms) => void (now = ms),
    restart: (ms) => void (now = ms),
  }
  const world = contoso({ now: start })
  const [subscriptionId = ''] = world.subscriptions.map((one) => one.subscriptionId)
  const ada = world.users.find(({ userPrincipalName }) => userPrincipalName === 'ada@contoso.example')
  world.roleAssignments.push({ principalId: ada?.id ?? '', role: 'Owner', scope: `/subscriptions/${subscriptionId}` })
  const simulator = await startAzureSimulator({ clock, world, throttling: 'off' })
  const session = await testAzureSession(simulator, 'ada@contoso.example')
  const { azure } = session
  const group = `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup`
  const send = (method: 'GET' | 'PUT', path: string, { version, body }: { version: string; body?: object }) =>
    azure.send({ method, url: armUrl(path, { 'api-version': version }), ...(body && { body }) })
  const rows = async (query: string) => {
    const url = armUrl('/providers/Microsoft.ResourceGraph/resources', {
      'api-version': apiVersions.resourceGraph.version,
    })
    const body = { query, subscriptions: [subscriptionId], options: { $top: 1000 } }
    return answer.parse(await azure.send({ method: 'POST', url, body })).data
  }
  const plan: AlertPlan = {
    subscriptionId,
    resourceGroupName: 'myResourceGroup',
    actionGroup: { name: 'key-owners', shortName: 'keys', email: 'keys@contoso.example' },
    vaults: ['kv-contoso-wus', 'kv-roles-wus'].map((name) => ({
      id: `${group}/providers/Microsoft.KeyVault/vaults/${name}`,
      location: 'westus',
    })),
    policies: {
      customerKeys: 'Deny',
      allowedSets: {
        effect: 'Audit',
        sets: [`${group}/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1`],
      },
      doubleEncryption: 'Audit',
      keyExpiry: 'Audit',
    },
  }
  /** Deploys both files, each where it belongs, and waits; the states of the two. */
  const deploy = async () => {
    const [alerts, policies] = alertDeployments(plan).map((each) => deploymentExporters.ArmTemplate(each, publicCloud))
    const places = [
      { path: group, code: alerts, more: {} },
      { path: `/subscriptions/${subscriptionId}`, code: policies, more: { location: 'westus' } },
    ]
    const version = apiVersions.deployments.version
    const states: unknown[] = []
    for (const { path, code, more } of places) {
      const id = `${path}/providers/Microsoft.Resources/deployments/exported`
      const template: unknown = JSON.parse(code?.text ?? '')
      await send('PUT', id, { version, body: { ...more, properties: { mode: 'Incremental', template } } })
      clock.advance(10 * 60_000)
      states.push(await send('GET', id, { version }))
    }
    return states
  }
  return {
    plan,
    group,
    send,
    rows,
    deploy,
    async [Symbol.asyncDispose]() {
      await session[Symbol.asyncDispose]()
      await simulator.close()
    },
  }
}

type Estate = Awaited<ReturnType<typeof anEstate>>

async function factsOf({ rows }: Estate): Promise<ComplianceFacts> {
  const set = (value: unknown) => optional.parse(value) ?? undefined
  const sets = (value: unknown) =>
    z
      .array(z.unknown())
      .parse(value ?? [])
      .map(set)
  const disks = await rows(
    "where type =~ 'microsoft.compute/disks' | project id, managedBy, des = properties.encryption.diskEncryptionSetId",
  )
  const machines = await rows(
    "where type =~ 'microsoft.compute/virtualmachines' | project id, os = properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id",
  )
  const versions = await rows(
    "where type =~ 'microsoft.compute/galleries/images/versions' | project id, luns = array_length(properties.storageProfile.dataDiskImages), regions = properties.publishingProfile.targetRegions | mv-expand regions | extend des = regions.encryption.dataDiskImages, os = regions.encryption.osDiskImage.diskEncryptionSetId | project id, os, luns, des",
  )
  const images = await rows("where type =~ 'microsoft.compute/images' | project id")
  const allSets = await rows(
    "where type =~ 'microsoft.compute/diskencryptionsets' | project id, kind = tostring(properties.encryptionType)",
  )
  const dataSets = z.array(z.object({ diskEncryptionSetId: optional }))
  return {
    disks: disks.map(({ id, managedBy, des }) => ({
      id: text.parse(id),
      managedBy: text.parse(managedBy) || undefined,
      diskEncryptionSetId: set(des),
    })),
    machines: machines.map(({ id, os }) => ({ id: text.parse(id), osDiskSetId: set(os) })),
    versions: versions.map(({ id, os, luns, des }) => {
      const known = dataSets.parse(des ?? []).map(({ diskEncryptionSetId }) => diskEncryptionSetId ?? undefined)
      const count = z.nullable(z.number()).parse(luns) ?? 0
      return { id: text.parse(id), setIds: sets([os, ...Array.from({ length: count }, (_, index) => known[index])]) }
    }),
    images: images.map(({ id }) => ({ id: text.parse(id), setIds: [undefined] })),
    sets: allSets.map(({ id, kind }) => ({ id: text.parse(id), encryptionType: text.parse(kind) })),
    keys: [],
  }
}

describe('exported alerts and policies', () => {
  it('are deployed: the action group, a topic and two subscriptions of each vault, the assignments', async () => {
    await using estate = await anEstate()
    const states = await estate.deploy()
    for (const state of states) expect(state).toMatchObject({ properties: { provisioningState: 'Succeeded' } })
    const topic = `${estate.group}/providers/Microsoft.EventGrid/systemTopics/kv-contoso-wus-keys`
    const { version } = apiVersions.eventGrid
    expect(await estate.send('GET', `${topic}/eventSubscriptions`, { version })).toMatchObject({
      value: [{ name: 'KeyExpired' }, { name: 'KeyNearExpiry' }],
    })
    const assigned = await estate.rows(
      "policyresources | where type =~ 'microsoft.authorization/policyassignments' and resourceGroup == '' | project name | order by name asc",
    )
    expect(assigned.map(({ name }) => name)).toEqual([
      'disks-allowed-encryption-sets',
      'disks-customer-managed-key',
      'disks-double-encryption',
      'keys-expiration-date',
    ])
  })

  it('deny a disk without a customer-managed key', async () => {
    await using estate = await anEstate()
    await estate.deploy()
    const { version } = apiVersions.disks
    const body = { location: 'westus', properties: { diskSizeGB: 32, creationData: { createOption: 'Empty' } } }
    await expect(
      estate.send('PUT', `${estate.group}/providers/Microsoft.Compute/disks/bare`, { version, body }),
    ).rejects.toMatchObject({ arm: { code: 'RequestDisallowedByPolicy' } })
  })

  it('mark what was told to be non-compliant before, and nothing else', async () => {
    await using estate = await anEstate()
    const told = nonCompliantToday(estate.plan.policies, await factsOf(estate))
    await estate.deploy()
    const marked = async (assignment: string) => {
      const query = `policyresources | where type =~ 'microsoft.policyinsights/policystates' and properties.policyAssignmentName == '${assignment}' and properties.complianceState == 'NonCompliant' | project id = tolower(tostring(properties.resourceId))`
      return (await estate.rows(query)).map(({ id }) => text.parse(id)).toSorted()
    }
    const before = (policy: string) =>
      [...new Set(told.find((one) => one.policy === policy)?.resourceIds.map((id) => id.toLowerCase()))].toSorted()
    expect(before('customerKeys').length).toBeGreaterThan(10)
    expect(await marked('disks-customer-managed-key')).toEqual(before('customerKeys'))
    expect(await marked('disks-allowed-encryption-sets')).toEqual(before('allowedSets'))
    expect(await marked('disks-double-encryption')).toEqual(before('doubleEncryption'))
  })
})
