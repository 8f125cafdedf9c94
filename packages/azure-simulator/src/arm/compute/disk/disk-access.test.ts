import { describe, expect, it } from 'vitest'
import { textAt } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

describe('access to a snapshot', () => {
  it('is given as an address in the output of its operation, and taken away again', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const disk = azure.compute('disks/web-template-vm_OsDisk')
    const path = azure.compute('snapshots/copy')
    const creationData = { createOption: 'Copy', sourceResourceId: disk }
    const { location } = (await ada('GET', disk)).body
    expect((await ada('PUT', path, { location: location ?? '', properties: { creationData } })).status).toBe(202)
    azure.clock.advance(1_000)
    expect((await ada('GET', path)).body).toMatchObject({
      properties: { creationData: { ...creationData, sourceUniqueId: expect.any(String) as unknown } },
    })

    const begun = await ada('POST', `${path}/beginGetAccess`, { access: 'Read', durationInSeconds: 3600 })
    expect([begun.status, begun.text]).toEqual([202, ''])
    azure.clock.advance(1_000)
    const { body } = await ada('GET', begun.headers.get('azure-asyncoperation') ?? '')
    const accessSAS = textAt(body, 'properties', 'output', 'accessSAS')
    expect(accessSAS).toMatch(/^https:\/\/md-\w+\.z1\.blob\.storage\.azure\.net\/\w+\/abcd\?sv=/)
    expect((await ada('GET', begun.headers.get('location') ?? '')).body).toEqual({ accessSAS })
    expect((await ada('GET', path)).body).toMatchObject({ properties: { diskState: 'ActiveSAS' } })

    const ended = await ada('POST', `${path}/endGetAccess`)
    azure.clock.advance(1_000)
    expect(await ada('GET', ended.headers.get('location') ?? '')).toMatchObject({ status: 200, text: '' })
    expect((await ada('GET', path)).body).toMatchObject({ properties: { diskState: 'Unattached' } })
  })
})
