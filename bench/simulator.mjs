import { createServer } from 'node:http'
import express from 'express'
import { apiVersions } from '../packages/arm/src/index.ts'
import { contoso, startAzureSimulator } from '../packages/azure-simulator/src/index.ts'
import { requestLoop } from './load/request-loop.mjs'

const apiVersion = `api-version=${apiVersions.disks.version}`

const count = 10_000

/**
 * The time of a GET on the simulator with 10,000 disk encryption sets in the world, compared with Express returning the
 * same JSON: 95 of 100 requests were faster, on one connection, client and servers in one process.
 * @param {{ requests?: number }} options
 * @returns {Promise<import('./table.mjs').Measure[]>}
 */
export async function simulatorReads({ requests = 1000 } = {}) {
  const world = contoso()
  const set = world.resources.find(({ type }) => type === 'Microsoft.Compute/diskEncryptionSets')
  for (let number = 0; number < count; number += 1)
    world.resources.push({ ...set, id: `${set.id}-${number}`, name: `${set.name}-${number}` })
  const simulator = await startAzureSimulator({ world, pageSize: 100, throttling: 'off' })
  const replies = new Map()
  const bare = createServer(express().use((request, response) => response.json(replies.get(request.url))))
  await new Promise((resolve) => bare.listen(0, '127.0.0.1', resolve))
  try {
    const authorization = `Bearer ${await tokenFor(simulator)}`
    const sets = set.id.split('/').slice(0, -1).join('/')
    const calls = [
      { name: 'GET of one set among 10,000', path: `${set.id}-5000?${apiVersion}` },
      { name: 'GET of the 50th page of 10,000 sets', path: `${sets}?${apiVersion}&$skiptoken=4900` },
    ]
    const measures = []
    for (const { name, path } of calls) {
      const ours = { origin: simulator.url, path, headers: { authorization }, connections: 1 }
      const floor = { origin: `http://127.0.0.1:${bare.address().port}`, path, connections: 1 }
      replies.set(path, await (await fetch(`${simulator.url}${path}`, { headers: { authorization } })).json())
      const times = { ours: [], floor: [] }
      // In the first round, both compile their hot code.
      for (let round = 0; round <= 1; round += 1) {
        times.floor = await requestLoop({ ...floor, requests })
        times.ours = await requestLoop({ ...ours, requests })
      }
      const measure = { name: `simulator: ${name}, p95`, unit: 'ms', floor: p95(times.floor), ours: p95(times.ours) }
      measures.push({ ...measure, goal: { most: 5 } })
    }
    return measures
  } finally {
    bare.close()
    await simulator.close()
  }
}

async function tokenFor({ entra, tenantId, world }) {
  const program = world.servicePrincipals.find(({ displayName }) => displayName === 'contoso-command-line')
  const form = {
    grant_type: 'client_credentials',
    client_id: program.clientId,
    client_secret: program.clientSecret,
    scope: 'https://management.azure.com/.default',
  }
  const url = entra.tokenEndpoint.replace('{tenantid}', tenantId)
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) })
  return (await answer.json()).access_token
}

function p95(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]
}
