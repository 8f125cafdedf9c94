import { startAzureSimulator } from '../../simulator.ts'
import { randomQuery } from '../fuzz/random-query.ts'
import { randomTemplate } from '../fuzz/random-template.ts'
import { aVisitor, computeOf, type Visitor } from '../sandboxes.ts'
import { queryBomb, templateBomb, type Bomb } from './bomb.ts'
import { bombs } from './bombs.ts'

/** Response times of another visitor who reads one gallery again and again: milliseconds. */
export interface Waiting {
  median: number
  /** the median on an idle server */
  alone: number
  longest: number
  answers: number
  /** bombs that were sent meanwhile, by the status of their answers */
  sent: Map<number, number>
}

const lanes = 4

/**
 * Lets visitors send every bomb and this many random ones to a demo in this process, four at once, each in a sandbox
 * that is changed from time to time; measures another visitor's response times meanwhile.
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
  const alone: number[] = []
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
    const lasting = { isOver: false }
    const neighbour = await aVisitor(simulator)
    const ask = async () => {
      const began = performance.now()
      const { status } = await neighbour.arm('GET', `${computeOf(simulator)}/galleries/contosoGallery`)
      if (status !== 200) throw new Error(`The neighbour was answered ${status}`)
      return performance.now() - began
    }
    for (let count = 0; count < 100; count += 1) alone.push(await ask())
    const attack = Promise.all(Array.from({ length: lanes }, lane)).finally(() => (lasting.isOver = true))
    while (!lasting.isOver) {
      times.push(await ask())
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await attack
  } finally {
    await simulator.close()
  }
  return {
    median: middleOf(times),
    alone: middleOf(alone),
    longest: Math.max(0, ...times),
    answers: times.length,
    sent,
  }
}

function middleOf(times: number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}

/** A random query or template for that seed. */
function generatedBomb(seed: number): Bomb {
  return seed % 2 === 0
    ? queryBomb(`query ${seed}`, () => randomQuery(seed))
    : templateBomb(`template ${seed}`, () => randomTemplate(seed))
}

async function drained(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init)
  await response.arrayBuffer()
  return response
}
