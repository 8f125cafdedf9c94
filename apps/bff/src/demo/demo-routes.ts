import { formatResourceId, parseResourceIdOf } from '@portal/arm'
import * as api from '@portal/portal-api'
import * as z from 'zod/mini'
import type { ArmRequest } from '../azure/arm/arm-request.ts'
import type { Azure } from '../azure/arm/clients.ts'
import { answered } from '../azure/arm/sdk-answers.ts'
import type { KeyReader } from '../azure/disk-encryption-sets/keys/key-reader.ts'
import { jsonOf } from '../http/json-text.ts'
import { RequestRefused } from '../refusals/request-refused.ts'
import { route, type Context, type Route } from '../routes/route.ts'

const world = '/simulator/world'
const keyType = 'Microsoft.KeyVault/vaults/keys'
const scenarios = z.object({ value: z.array(api.scenario) })
const removed = z.object({ value: z.array(z.string()) })

/**
 * The demo bar's way to the simulator's own controls: with the user's token for ARM, to ARM's origin, as every call.
 * Only demo.ts adds these routes.
 */
export function demoRoutes(keys: KeyReader): Route[] {
  const change = async ({ azure, caller }: Context, url: string, body?: object) => {
    const changed = await askWorld(azure, { method: 'POST', url, ...(body && { body }) })
    keys.forget(caller)
    return changed
  }
  return [
    route(api.getDemo, (_, { azure }) => askWorld(azure, { method: 'GET', url: world })),
    route(api.changeDemoClock, ({ rate }, { azure }) =>
      askWorld(azure, { method: 'PATCH', url: world, body: { rate } }),
    ),
    route(api.finishDemoWork, (_, context) => change(context, `${world}/finish`)),
    route(api.resetDemo, (_, context) => change(context, `${world}/reset`)),
    route(api.advanceDemoClock, (body, context) => change(context, `${world}/advance`, body)),
    route(api.changeDemoKey, ({ id, enabled }, context) =>
      change(context, `${world}/key`, { id: formatResourceId(parseResourceIdOf(keyType, id)), enabled }),
    ),
    route(api.getRehearsal, (_, { azure }) =>
      answered(api.getRehearsal.response, azure.send({ method: 'GET', url: `${world}/rehearsal` })),
    ),
    route(api.beginScenario, ({ id }, context) => change(context, `/simulator/scenarios/${id}/begin`)),
    route(api.changeScenarioKey, ({ id, enabled }, context) =>
      change(context, `/simulator/scenarios/${id}/${enabled ? 'enable' : 'disable'}-key`),
    ),
    route(api.saveDemoWorld, (_, { azure }) =>
      answered(api.savedWorld, azure.send({ method: 'GET', url: `${world}/saved` })),
    ),
    route(api.openDemoWorld, async ({ file }, { azure, caller }) => {
      const body = jsonOf(file)
      if (!isObject(body)) throw new RequestRefused('InvalidRequest', 'The file is not a JSON object')
      const opened = await askWorld(azure, { method: 'PUT', url: `${world}/saved`, body })
      keys.forget(caller)
      return opened
    }),
    route(api.openDemoCopy, async ({ file }, { azure, caller }) => {
      const opened = await askWorld(azure, { method: 'PUT', url: `${world}/copy`, body: { copy: file } })
      keys.forget(caller)
      return opened
    }),
    route(
      api.listRemovedByScenario,
      async ({ id }, { azure }) =>
        (await answered(removed, azure.send({ method: 'GET', url: `/simulator/scenarios/${id}/removed` }))).value,
    ),
    route(
      api.listScenarios,
      async (_, { azure }) =>
        (await answered(scenarios, azure.send({ method: 'GET', url: '/simulator/scenarios' }))).value,
    ),
  ]
}

function askWorld(azure: Azure, request: ArmRequest): Promise<api.DemoWorld> {
  return answered(api.demoWorld, azure.send(request))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
