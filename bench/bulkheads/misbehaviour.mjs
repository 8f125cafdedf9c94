import { serviceOf } from '../../apps/bff/src/azure/arm/places/service-of.ts'

const slowMs = 2_000
const unavailable = JSON.stringify({ error: { code: 'ServiceUnavailable', message: 'The service is unavailable.' } })

/**
 * What one service of an Azure does wrong, until it is told otherwise: `hangs`, `fails half the time`, `is slow by
 * 2 s`, or `is well`, which also answers what hangs.
 */
export function misbehaviour() {
  let service
  let how = 'is well'
  let count = 0
  const held = new Set()
  return {
    begin(nameOfService, what) {
      service = nameOfService
      how = what
      if (how !== 'is well') return
      for (const answer of held) answer()
      held.clear()
    },
    /** Sends a reply of Azure's, as the service of that path does now. */
    send(path, reply, answer) {
      if (how === 'is well' || service !== nameOf(path)) return answer()
      if (how === 'hangs') return void held.add(answer)
      if (how === 'is slow by 2 s') return void setTimeout(() => answer(), slowMs)
      count += 1
      if (count % 2 === 0) return answer()
      reply.writeHead(503, { 'content-type': 'application/json' }).end(unavailable)
    },
  }
}

function nameOf(path) {
  return /\/(oauth2|discovery)\/v2\.0\//.test(path) ? 'EntraId' : serviceOf(path)
}
