import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { servedOperations } from './app.ts'
import { operationRouter } from './operation-router.ts'

// Each path is handed to the operation that Express finds among all, which is the first one.
const all = express.Router({ caseSensitive: false })
for (const { method, path } of servedOperations)
  all.all(path, (request, response, next) => {
    if (request.method === method) response.json([method, path, request.params])
    else next()
  })

const app = express()
app.use('/all', all)
app.use(
  '/by-end',
  operationRouter(servedOperations, ({ method, path }, request, response) => {
    response.json([method, path, request.params])
    return Promise.resolve()
  }),
)
const server = createServer(app)
let origin: string

beforeEach(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => server.close())

const paths = (name: string) =>
  servedOperations.map(({ method, path }): [string, string] => [
    method === 'HEAD' ? 'GET' : method,
    path.replace('{/*below}', `/resourceGroups/${name}/providers/My.Own/kinds/${name}`).replaceAll(/:\w+/g, name),
  ])

async function answers(at: string, asked: [string, string][]): Promise<unknown[]> {
  const found: unknown[] = []
  for (const [method, path] of asked) {
    const response = await fetch(origin + at + path, { method })
    found.push(response.status === 200 ? await response.json() : response.status)
  }
  return found
}

it.each(['a-name', 'versions', 'LOCKS', 'start'])('finds what Express finds, with resources named %s', async (name) => {
  const asked = paths(name)
  const found = await answers('/by-end', asked)
  expect(found).toEqual(await answers('/all', asked))
  expect(found.filter(Array.isArray)).toHaveLength(asked.length)
})

it('does so in other letters, with a slash at the end, and where there is nothing', async () => {
  const asked = paths('a-name').flatMap(([method, path]): [string, string][] => [
    [method, path.toUpperCase()],
    [method, `${path}/`],
    [method, `${path}/nothing/here`],
    [method === 'GET' ? 'DELETE' : 'GET', path],
  ])
  expect(await answers('/by-end', [...asked, ['GET', '/']])).toEqual(await answers('/all', [...asked, ['GET', '/']]))
})
