import { describe, expect, it } from 'vitest'
import { valueAt, type Json, type JsonObject } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

const properties = {
  osType: 'Linux',
  osState: 'Generalized',
  hyperVGeneration: 'V2',
  identifier: { publisher: 'Contoso', offer: 'featured', sku: 'featured' },
}

/** A definition with these features, and the means to write it again. */
async function aDefinition(features: Json) {
  const azure = await startedAzure()
  const ada = await azure.as('Ada')
  const path = azure.compute('galleries/contosoGallery/images/featured')
  const put = (more: JsonObject, apiVersion = '2025-12-03') =>
    ada('PUT', `${path}?api-version=${apiVersion}`, { location: 'westus', properties: { ...properties, ...more } })
  const made = await put({ features })
  azure.clock.advance(60_000)
  const stored = async () => valueAt((await ada('GET', path)).body, 'properties')
  return { azure, ada, path, put, made, stored, [Symbol.asyncDispose]: () => azure.simulator.close() }
}

const controllers = (value: string, more: JsonObject = {}) => ({ name: 'DiskControllerTypes', value, ...more })

describe('the features of a definition', () => {
  it('are spelt as Azure does', async () => {
    await using definition = await aDefinition([
      controllers('scsi,nvme'),
      { name: 'isHibernateSupported', value: 'true' },
      { name: 'SecurityType', value: 'trustedlaunchsupported' },
    ])
    expect(valueAt(await definition.stored(), 'features')).toEqual([
      { name: 'DiskControllerTypes', value: 'SCSI, NVMe' },
      { name: 'IsHibernateSupported', value: 'True' },
      { name: 'SecurityType', value: 'TrustedLaunchSupported' },
    ])
  })

  it('are refused with a value that Azure does not know, in its words', async () => {
    await using definition = await aDefinition([{ name: 'SecurityType', value: 'A' }])
    expect(definition.made).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 'InvalidParameter',
          target: 'galleryImage.properties.features',
          message:
            "The value 'A' for feature 'SecurityType' is invalid. Allowed characters are English alphanumerical characters with spaces and commas. The length of the value cannot exceed 100 characters.",
        },
      },
    })
  })

  it.each([[controllers('IDE')], [{ name: 'IsQuantum', value: 'True' }], ['SecurityType']])(
    'are refused as %j',
    async (feature) => {
      await using definition = await aDefinition([feature])
      expect(definition.made.status).toBe(400)
    },
  )

  it.each<[string, Json]>([
    ['another value', [controllers('SCSI, NVMe')]],
    ['another feature', [controllers('SCSI'), { name: 'IsHibernateSupported', value: 'True' }]],
    ['one feature less', []],
  ])('do not take %s', async (_, features) => {
    await using definition = await aDefinition([controllers('SCSI')])
    const answer = await definition.put({ features })
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'PropertyChangeNotAllowed' } } })
    expect(valueAt(await definition.stored(), 'features')).toEqual([{ name: 'DiskControllerTypes', value: 'SCSI' }])
  })

  // https://github.com/Azure/bicep-types-az/issues/2430
  it('are refused a second time in the order that Azure itself turns round', async () => {
    await using definition = await aDefinition([controllers('NVMe, SCSI')])
    expect(definition.made.status).toBe(201)
    expect(await definition.put({ features: [controllers('NVMe, SCSI')] })).toMatchObject({
      status: 409,
      body: {
        error: {
          target: 'DiskControllerTypes',
          message: "Changing property 'DiskControllerTypes' is not allowed.",
        },
      },
    })
    expect((await definition.put({ features: [controllers('SCSI,NVMe')] })).status).toBe(200)
  })

  it('stay where an update leaves them out', async () => {
    await using definition = await aDefinition([controllers('SCSI')])
    expect((await definition.put({ description: 'Anew' })).status).toBe(200)
    expect(await definition.stored()).toMatchObject({ description: 'Anew', features: [controllers('SCSI')] })
  })
})

describe('features that are updated on purpose', () => {
  const updated = [controllers('SCSI, NVMe', { startsAtVersion: '2.0.0' })]

  it('start at a version, and the purpose is not kept', async () => {
    await using definition = await aDefinition([controllers('SCSI')])
    expect((await definition.put({ features: updated, allowUpdateImage: true })).status).toBe(200)
    const stored = await definition.stored()
    expect(stored).toMatchObject({ features: updated })
    expect(stored).not.toHaveProperty('allowUpdateImage')
  })

  it('need an API version that knows it', async () => {
    await using definition = await aDefinition([controllers('SCSI')])
    const answer = await definition.put({ features: updated, allowUpdateImage: true }, '2023-07-03')
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'PropertyChangeNotAllowed' } } })
  })

  it('need a version to start at', async () => {
    await using definition = await aDefinition([controllers('SCSI')])
    const answer = await definition.put({ features: [controllers('SCSI, NVMe')], allowUpdateImage: true })
    expect(answer).toMatchObject({ status: 400, body: { error: { target: 'galleryImage.properties.features' } } })
  })
})
