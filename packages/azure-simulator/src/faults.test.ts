import { describe, expect, it } from 'vitest'
import { startedAzure, type StartedAzure } from './testing/azure.ts'

const aVersion = ({ compute }: StartedAzure) => ({
  location: 'westus',
  properties: { storageProfile: { source: { id: compute('images/myImage') } } },
})

describe('a fault', () => {
  it('loses the answer of a request that was carried out', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/2.0.0')
    azure.simulator.faults.dropAnswer({ method: 'PUT', path: /\/versions\// })
    await expect(ada('PUT', path, aVersion(azure))).rejects.toThrow('fetch failed')
    expect((await ada('GET', path)).status).toBe(200)
    expect(azure.simulator.requests.filter(({ method }) => method === 'PUT')).toMatchObject([{ path, status: 201 }])
  })

  it('cuts the answer of a request that was carried out in the middle', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/2.0.0')
    azure.simulator.faults.truncateAnswer({ method: 'PUT', path: /\/versions\// })
    await expect(ada('PUT', path, aVersion(azure))).rejects.toThrow('terminated')
    expect((await ada('GET', path)).status).toBe(200)
  })

  it.each([429, 500, 504])('answers %s without doing anything', async (status) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/2.0.0')
    azure.simulator.faults.answer({ path: /\/versions\// }, { status, body: { error: { code: 'X', message: 'x' } } })
    expect((await ada('PUT', path, aVersion(azure))).status).toBe(status)
    expect((await ada('GET', path)).status).toBe(404)
  })

  it('answers what it likes to a request that was carried out', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/2.0.0')
    azure.simulator.faults.replaceAnswer({ method: 'PUT', path: /\/versions\// }, { status: 504, body: {} })
    expect((await ada('PUT', path, aVersion(azure))).status).toBe(504)
    expect((await ada('GET', path)).status).toBe(200)
  })

  it('answers with a gateway’s page of HTML', async () => {
    await using azure = await startedAzure()
    const { faults, url } = azure.simulator
    faults.answer({ path: /^\/subscriptions$/ }, { status: 502, body: '<!doctype html><h1>Bad gateway</h1>' })
    const response = await fetch(`${url}/subscriptions`)
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8'])
    expect(await response.text()).toContain('<h1>Bad gateway</h1>')
  })

  it('breaks a connection before anything is done, once', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/2.0.0')
    azure.simulator.faults.reset({ path: /\/versions\// })
    await expect(ada('PUT', path, aVersion(azure))).rejects.toThrow('fetch failed')
    expect((await ada('GET', path)).status).toBe(404)
  })

  it('answers in the place of the service', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    azure.simulator.faults.answer(
      { path: /^\/subscriptions$/ },
      { status: 429, body: { error: { code: 'TooManyRequests', message: 'Later.' } }, headers: { 'retry-after': '7' } },
    )
    const refused = await ada('GET', '/subscriptions')
    expect([refused.status, refused.headers.get('retry-after'), refused.body['error']]).toEqual([
      429,
      '7',
      { code: 'TooManyRequests', message: 'Later.' },
    ])
    expect((await ada('GET', '/subscriptions')).status).toBe(200)
  })

  it('holds a request back until it is released', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/2.0.0')
    const held = azure.simulator.faults.hold({ method: 'PUT', path: /\/versions\// })
    const answer = ada('PUT', path, aVersion(azure))
    await held.arrived
    expect((await ada('GET', path)).status).toBe(404)
    held.release()
    expect((await answer).status).toBe(201)
  })

  it('holds only the answer back', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/2.0.0')
    const held = azure.simulator.faults.holdAnswer({ method: 'PUT', path: /\/versions\// })
    const answer = ada('PUT', path, aVersion(azure))
    await held.arrived
    expect((await ada('GET', path)).status).toBe(200)
    held.release()
    expect(await answer).toMatchObject({ status: 201, body: { name: '2.0.0' } })
  })

  it('lets go of what it holds when the simulator closes', async () => {
    const azure = await startedAzure()
    const ada = await azure.as('Ada')
    const held = azure.simulator.faults.hold({ path: /^\/subscriptions$/ })
    const answer = ada('GET', '/subscriptions').catch((error: unknown) => error)
    await held.arrived
    await azure.simulator.close()
    expect(await answer).toBeInstanceOf(Error)
  })
})
