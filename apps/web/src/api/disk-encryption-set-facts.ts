import type { FactsOfSet } from '@portal/image-version'
import { getDiskEncryptionSetFacts } from '@portal/portal-api'
import { call } from './portal-client.ts'

/** What Azure told of the key behind a set, and its time of the answer, ISO 8601. */
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

/** The most that the endpoint takes at once. */
const atOnce = 50
let waiting: Waiting[] = []

/** Reads what Azure tells of the key behind the set of that id. Sets asked for in the same moment go out together. */
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
