import { aVisitor, computeOf } from '../../sandboxes/testing.ts'
import type { Visitor } from '../../sandboxes/testing.ts'
import { startAzureSimulator } from '../../simulator.ts'
import { randomQuery } from '../fuzz/random-query.ts'
import { randomTemplate } from '../fuzz/random-template.ts'
import { queryBomb, templateBomb } from './bomb.ts'
import type { Bomb } from './bomb.ts'
import { bombs } from './bombs.ts'

/** What somebody waits for who asks for one gallery, again and again: milliseconds. */
export interface Waiting {
  median: number
  longest: number
  answers: number
  /** bombs that were sent meanwhile, by the status of their answers */
  sent: Map<number, number>
}

const lanes = 4

/**
 * Lets visitors send every bomb and so many made by chance to a demonstration in this process, four at once, each in a
 * sandbox that is changed now and then; measures what another visitor waits for meanwhile.
 */
export async function waitingOfNeighbour({
  generated,
  seed = 0,
}: {
  generated: number
  seed?: number
}): Promise<Waiting> {
  const simulator = await startAzureSimulator({ sandboxes: { limits: { sandboxes: 10_000 } }, throttling: 'off' })
  const sent = new Map<number, number>()
  const times: number[] = []
  try {
    const subscription = simulator.world.subscriptions[0]?.subscriptionId ?? ''
    const waiting = [...bombs, ...Array.from({ length: generated }, (_, index) => generatedBomb(seed + index))]
    const send = async (visitor: Visitor, { method, path, body, isOfStrangers }: Bomb) => {
      const headers = { authorization: `Bearer ${visitor.armToken}` }
      const url = `${simulator.url}${path(subscription)}`
      const { status } = await drained(url, { method, body: body(), ...(!isOfStrangers && { headers }) })
      sent.set(status, (sent.get(status) ?? 0) + 1)
      if (status === 201) await drained(`${simulator.url}/simulator/world/finish`, { method: 'POST', headers })
    }
    const lane = async () => {
      for (let visitor = await aVisitor(simulator), count = 1; ; count += 1) {
        const bomb = waiting.shift()
        if (bomb === undefined) return
        if (count % 3 === 0) visitor = await aVisitor(simulator)
        await send(visitor, bomb)
      }
    }
    let isOver = false
    const attack = Promise.all(Array.from({ length: lanes }, lane)).finally(() => (isOver = true))
    const neighbour = await aVisitor(simulator)
    while (!isOver) {
      const began = performance.now()
      const { status } = await neighbour.arm('GET', `${computeOf(simulator)}/galleries/contosoGallery`)
      times.push(performance.now() - began)
      if (status !== 200) throw new Error(`The neighbour was answered ${status}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await attack
  } finally {
    await simulator.close()
  }
  const sorted = times.toSorted((one, other) => one - other)
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    longest: sorted.at(-1) ?? 0,
    answers: times.length,
    sent,
  }
}

/** A query or a template made by chance, of that seed. */
export function generatedBomb(seed: number): Bomb {
  return seed % 2 === 0
    ? queryBomb(`query ${seed}`, () => randomQuery(seed))
    : templateBomb(`template ${seed}`, () => randomTemplate(seed))
}

async function drained(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init)
  await response.arrayBuffer()
  return response
}
