import type { FactsOfSet } from '@portal/image-version'
import { getDiskEncryptionSetFacts } from '@portal/portal-api'
import { call } from './portal-client.ts'

/** Azure's facts about the key of a set, and the time of Azure's response, ISO 8601. */
export interface SetReading {
  now: string
  /** null: Azure has no such set, or hides it */
  read: FactsOfSet | null
}

interface Waiting {
  id: string
  resolve: (reading: SetReading) => void
  reject: (error: unknown) => void
}

/** The maximum number of sets per request. */
const atOnce = 50
let waiting: Waiting[] = []

/** Reads Azure's facts about the key of the set with that ID. Sets requested at the same moment share a request. */
export function readSet(id: string): Promise<SetReading> {
  const { promise, resolve, reject } = Promise.withResolvers<SetReading>()
  if (waiting.length === 0) setTimeout(sendAll)
  waiting.push({ id, resolve, reject })
  return promise
}

function sendAll(): void {
  const asked = waiting
  waiting = []
  for (let start = 0; start < asked.length; start += atOnce) void send(asked.slice(start, start + atOnce))
}

async function send(asked: Waiting[]): Promise<void> {
  try {
    const { now, sets } = await call(getDiskEncryptionSetFacts, { ids: asked.map(({ id }) => id) })
    const byId = new Map(sets.map((set) => [set.id.toLowerCase(), set]))
    for (const { id, resolve } of asked) resolve({ now, read: byId.get(id.toLowerCase()) ?? null })
  } catch (error) {
    for (const { reject } of asked) reject(error)
  }
}
