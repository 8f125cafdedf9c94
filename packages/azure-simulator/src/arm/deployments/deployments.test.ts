import { describe, expect, it } from 'vitest'
import { textAt, type Json } from '../../json.ts'
import { programToken, startedAzure, textOf, type StartedAzure } from '../../testing/azure.ts'

function template(azure: StartedAzure, more: { imageId: string; osSet?: string }): Json {
  const nic = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup/providers/Microsoft.Network/networkInterfaces/nic1`
  return {
    properties: {
      mode: 'incremental',
      parameters: { adminPassword: { value: 'made-up-for-the-test' } },
      template: {
        parameters: { adminPassword: { type: 'securestring' } },
        resources: [
          {
            type: 'Microsoft.Compute/virtualMachines',
            name: 'vm1',
            apiVersion: '2024-11-01',
            location: 'westus',
            dependsOn: ['Microsoft.Network/networkInterfaces/nic1'],
            properties: {
              hardwareProfile: { vmSize: 'Standard_D2s_v5' },
              networkProfile: { networkInterfaces: [{ id: nic }] },
              osProfile: { computerName: 'vm1', adminPassword: "[parameters('adminPassword')]" },
              storageProfile: {
                imageReference: { id: more.imageId },
                osDisk: {
                  createOption: 'fromImage',
                  ...(more.osSet !== undefined && { managedDisk: { diskEncryptionSet: { id: more.osSet } } }),
                },
              },
            },
          },
          {
            type: 'Microsoft.Network/networkInterfaces',
            name: 'nic1',
            apiVersion: '2022-01-01',
            location: 'westus',
            properties: { ipConfigurations: [{ name: 'ipconfig1', properties: {} }] },
          },
        ],
      },
    },
  }
}

async function withEncryptedVersion() {
  const azure = await startedAzure()
  const arm = await azure.asOwner()
  const set = (name: string) => azure.compute(`diskEncryptionSets/${name}`)
  const imageId = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/9.0.0')
  const encryption = {
    osDiskImage: { diskEncryptionSetId: set('WestUSDiskEncryptionSet1') },
    dataDiskImages: [{ lun: 0, diskEncryptionSetId: set('WestUSDiskEncryptionSet2') }],
  }
  const made = await arm('PUT', imageId, {
    location: 'westus',
    properties: {
      publishingProfile: { targetRegions: [{ name: 'westus', encryption }] },
      storageProfile: { source: { id: azure.compute('images/myImage') } },
    },
  })
  expect(made.status).toBe(201)
  const deployment = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup/providers/Microsoft.Resources/deployments/one`
  return { azure, arm, set, imageId, deployment, machine: azure.compute('virtualMachines/vm1') }
}

describe('a deployment', () => {
  it('makes a machine whose disks take the sets of its image, unless a set is named', async () => {
    const { azure, arm, set, imageId, deployment, machine } = await withEncryptedVersion()
    await using _ = azure
    azure.clock.advance(600_000)
    const osSet = set('WestUSDiskEncryptionSet3')
    const answer = await arm('PUT', deployment, template(azure, { imageId, osSet }))
    expect(answer).toMatchObject({ status: 201, body: { properties: { provisioningState: 'Accepted' } } })
    const operation = answer.headers.get('azure-asyncoperation') ?? ''
    expect((await arm('GET', operation)).body['status']).toBe('Running')
    azure.clock.advance(10_000)
    expect((await arm('GET', operation)).body['status']).toBe('Succeeded')
    const { body } = await arm('GET', `${machine}?$expand=instanceView`)
    expect(body).toMatchObject({
      properties: {
        storageProfile: {
          imageReference: { exactVersion: '9.0.0' },
          osDisk: { managedDisk: { diskEncryptionSet: { id: osSet } } },
          dataDisks: [
            { lun: 0, diskSizeGB: 128, managedDisk: { diskEncryptionSet: { id: set('WestUSDiskEncryptionSet2') } } },
          ],
        },
        instanceView: { statuses: [{ code: 'ProvisioningState/succeeded' }, { code: 'PowerState/running' }] },
      },
    })
    expect(JSON.stringify([body, (await arm('GET', deployment)).body])).not.toContain('made-up-for-the-test')
    const disk = await arm('GET', textAt(body, 'properties', 'storageProfile', 'osDisk', 'managedDisk', 'id') ?? '')
    expect(disk.body).toMatchObject({ managedBy: machine, properties: { diskState: 'Attached' } })
    expect((await arm('DELETE', textOf(disk.body, 'id'))).status).toBe(409)
  })

  it('fails, after it was accepted, where the image has not reached the region', async () => {
    const { azure, arm, imageId, deployment, machine } = await withEncryptedVersion()
    await using _ = azure
    const answer = await arm('PUT', deployment, template(azure, { imageId }))
    azure.clock.advance(10_000)
    expect((await arm('GET', answer.headers.get('azure-asyncoperation') ?? '')).body).toMatchObject({
      status: 'Failed',
      error: { code: 'DeploymentFailed', details: [{ code: 'GalleryImageNotFound', target: machine }] },
    })
    expect((await arm('GET', machine)).status).toBe(404)
  })

  it('takes an expression over several lines, as az sends the text of a template file', async () => {
    const { azure, arm, deployment } = await withEncryptedVersion()
    await using _ = azure
    const token = await programToken(azure.simulator, 'https://management.azure.com/.default')
    const file = `{
      "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      "contentVersion": "1.0.0.0",
      "resources": [], // none
      "outputs": { "id": { "type": "string", "value": "[concat('a',
        'b')]" } }
    }`
    const { status } = await fetch(`${azure.simulator.url}${deployment}?api-version=2024-11-01`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: `{"properties": {"mode": "incremental", "parameters": {}, template:${file}}}`,
    })
    expect(status).toBe(201)
    azure.clock.advance(10_000)
    expect((await arm('GET', deployment)).body).toMatchObject({ properties: { outputs: { id: { value: 'ab' } } } })
  })

  it('is validated without making anything, and refused if it cannot be read', async () => {
    const { azure, arm, imageId, deployment, machine } = await withEncryptedVersion()
    await using _ = azure
    const body = template(azure, { imageId })
    expect((await arm('POST', `${deployment}/validate`, body)).status).toBe(200)
    expect((await arm('GET', machine)).status).toBe(404)
    const wrong = {
      properties: {
        template: { resources: [{ type: 'Microsoft.Sql/servers', name: 's', apiVersion: '2021-11-01' }] },
      },
    }
    expect(await arm('POST', `${deployment}/validate`, wrong)).toMatchObject({
      status: 400,
      body: { error: { code: 'InvalidTemplateDeployment', details: [{ code: 'InvalidResourceType' }] } },
    })
    const expression = {
      properties: {
        template: { resources: [{ type: 'a/b', name: "[concat('a', 'b')]", apiVersion: '2021-11-01' }] },
      },
    }
    expect((await arm('PUT', deployment, expression)).status).toBe(400)
    expect((await arm('POST', `${deployment}/validate`)).status).toBe(400)
  })
})
