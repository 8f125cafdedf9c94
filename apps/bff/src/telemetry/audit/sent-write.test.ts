import { startCampaign } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { aPlainPlan, confirmationOf, proposedCampaign, surveyOf, ubuntuWeb } from '../../testing/campaigns.ts'
import { encryptedPlan, imageDefinitionId, setId } from '../../testing/faults.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'
import { sentWriteOf } from './sent-write.ts'

const group = imageDefinitionId.split('/providers')[0] ?? ''
const arm = 'https://management.azure.com'
const versionType = 'Microsoft.Compute/galleries/images/versions'
const deployment = (resources: object[]) => ({ properties: { mode: 'Incremental', template: { resources } } })
const sent = (body: object) =>
  sentWriteOf({ url: `${arm}${group}/providers/Microsoft.Resources/deployments/d?x=1`, body: JSON.stringify(body) })

describe('what a request writes', () => {
  it('is the resource of its path, never the query', () => {
    expect(sentWriteOf({ url: `${arm}${imageDefinitionId}/versions/1.0.0?api-version=2024-03-03&sig=canary` })).toEqual(
      {
        resource: `${imageDefinitionId}/versions/1.0.0`,
      },
    )
  })

  it('is each resource of a template, with the sets that it names', () => {
    const set = setId('WestUSDiskEncryptionSet1')
    const disk = { type: 'Microsoft.Compute/disks', name: '[[odd]', properties: {} }
    const version = { type: versionType, name: 'g/i/2.0.0', properties: { a: [{ diskEncryptionSetId: set }], b: set } }
    expect(sent(deployment([disk, version]))).toEqual({
      resource: `${group}/providers/Microsoft.Resources/deployments/d`,
      deploys: [
        `${group}/providers/Microsoft.Compute/disks/[odd]`,
        `${group}/providers/Microsoft.Compute/galleries/g/images/i/versions/2.0.0`,
      ],
      sets: [set],
    })
  })

  it('is the version of each nested deployment, and the type of what Azure names itself', () => {
    const step = (name: string) => ({
      type: 'Microsoft.Resources/deployments',
      name: `d-${name}`,
      ...deployment([{ type: versionType, name: `g/i/${name}`, properties: {} }]),
    })
    const grant = { type: 'Microsoft.Authorization/roleAssignments', name: "[guid('x')]", properties: {} }
    expect(sent(deployment([step('1.0.0'), step('2.0.0'), grant])).deploys).toEqual([
      `${group}/providers/Microsoft.Compute/galleries/g/images/i/versions/1.0.0`,
      `${group}/providers/Microsoft.Compute/galleries/g/images/i/versions/2.0.0`,
      `${group}/providers/Microsoft.Authorization/roleAssignments/(computed)`,
    ])
  })

  it('has no value of the request, not even of a secret', () => {
    const body = { ...deployment([]), parameters: { adminSecret: { value: 'canary' } } }
    expect(JSON.stringify(sent(body))).not.toContain('canary')
  })
})

describe('in the audit log', () => {
  const hour = 3_600_000
  const old = `${ubuntuWeb}/versions/3.0.0`
  const successor = `${ubuntuWeb}/versions/3.0.1`
  let portal: TestPortal
  let asAda: SignedIn
  beforeEach(async () => {
    portal = await startTestPortal()
    asAda = await portal.as('ada@contoso.example')
    await asAda.send('PUT', '/api/image-versions', aPlainPlan('3.0.0'))
    portal.clock.advance(hour)
  })
  afterEach(() => portal.close())

  const azureOf = (route: string) =>
    portal.audit
      .map((line) => JSON.parse(line) as { event: string; route: string; azure: object[] })
      .filter((line) => line.event === 'write-ended' && line.route === route)
      .flatMap(({ azure }) => azure)

  it('S60: names each version and set that a campaign creates, and each version that it changes or deletes', async () => {
    const { body } = await asAda.send('PUT', '/api/campaigns', proposedCampaign(await surveyOf(asAda, [old])))
    const { id } = z.parse(startCampaign.response, body)
    const confirmation = await confirmationOf(asAda, id)
    await asAda.send('PUT', '/api/campaign-batches', { id, start: { batch: 0 }, confirmation })
    expect(azureOf('/api/campaign-batches')).toMatchObject([
      {
        method: 'PUT',
        resource: `${id}-1`,
        deploys: [successor],
        sets: expect.arrayContaining([
          setId('WestUSDiskEncryptionSet1'),
          setId('UKSouthDiskEncryptionSet2'),
        ]) as unknown,
      },
    ])
    const asked = { id, item: 0, action: 'delete', confirmation }
    const replace = () => asAda.send('POST', '/api/campaign-replacements', asked)
    portal.clock.advance(hour)
    await replace()
    portal.clock.advance(hour)
    await replace()
    expect(azureOf('/api/campaign-replacements')).toMatchObject([
      { method: 'PUT', resource: successor },
      { method: 'DELETE', resource: old, status: 202 },
    ])
  })

  it('S60: names the version and the sets of a deployment that works in steps', async () => {
    const [source, other] = ['WestUS', 'WestEurope'].map((prefix) => encryptedPlan(`${prefix}DiskEncryptionSet1`))
    const later = (other?.targetRegions ?? []).map((region) => ({ ...region, name: 'westeurope' }))
    const plan = { ...encryptedPlan(), name: '4.0.0', targetRegions: [...(source?.targetRegions ?? []), ...later] }
    const batches = [['westeurope']]
    expect((await asAda.send('PUT', '/api/image-versions-in-batches', { plan, batches })).status).toBe(200)
    const version = `${plan.imageDefinitionId}/versions/4.0.0`
    const [sent] = azureOf('/api/image-versions-in-batches')
    expect(sent).toMatchObject({
      method: 'PUT',
      sets: ['WestUS', 'WestEurope'].map((prefix) => setId(`${prefix}DiskEncryptionSet1`)),
    })
    expect(new Set((sent as { deploys: string[] }).deploys)).toEqual(new Set([version]))
  })
})
