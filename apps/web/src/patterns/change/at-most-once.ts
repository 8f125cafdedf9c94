import { outcomeOf } from './outcome-of.ts'

/** The response was lost. `notSent`: Azure has it as before; `changed`: neither so nor as requested. */
export class ResponseLost extends Error {
  readonly outcome: 'notSent' | 'changed' | 'unknown'
  constructor(outcome: ResponseLost['outcome'], options?: ErrorOptions) {
    super(`The response to a change was lost: ${outcome}`, options)
    this.name = 'ResponseLost'
    this.outcome = outcome
  }
}

interface Sending<Stored> {
  send: () => Promise<unknown>
  /** what Azure has now */
  read: () => Promise<Stored>
  isDone: (latest: Stored) => boolean
  /** as before the change */
  isUntouched: (latest: Stored) => boolean
}

/**
 * Sends a change once. After a lost response, Azure is read: resolves if it has it. Throws `ResponseLost`, or what the
 * server answered.
 */
export async function atMostOnce<Stored>({ send, read, isDone, isUntouched }: Sending<Stored>): Promise<void> {
  try {
    await send()
  } catch (error) {
    if (outcomeOf(error).state !== 'checking') throw error
    const latest = await read().catch((failure: unknown) => {
      throw new ResponseLost('unknown', { cause: failure })
    })
    if (isDone(latest)) return
    throw new ResponseLost(isUntouched(latest) ? 'notSent' : 'changed', { cause: error })
  }
}
