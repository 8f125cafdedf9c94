import { once } from 'node:events'
import { createClient, ErrorReply } from '@redis/client'
import type { Logger } from '../telemetry/log.ts'
import type { Telemetry } from '../telemetry/telemetry-events.ts'

type Client = ReturnType<typeof clientOf>

/** A Redis that can become unavailable at any time. */
export interface Redis {
  /** The result of `question` from Redis; undefined if no response arrives in time, or a refusal. Never throws. */
  ask<T>(question: (client: Client) => Promise<T>): Promise<T | undefined>
  /** `listener` is called each time Redis is available again, including the first time. */
  onThere(listener: () => void): void
  close(): void
}

export interface RedisDependencies {
  logger: Logger
  telemetry: Telemetry
  /** time limit of a response in ms: a user is waiting */
  patienceMs?: number
}

// After a slow response, Redis is not asked for this long, so that not every user waits in vain.
const quietMs = 5_000

/**
 * Connects to the Redis at `url`, and again whenever the connection is lost. Resolves once it is connected, or known to
 * be unavailable, after at most three seconds: the portal then works without it. Each loss and each return is logged.
 */
export async function openRedis(
  url: string,
  { logger, telemetry, patienceMs = 250 }: RedisDependencies,
): Promise<Redis> {
  const client = clientOf(url)
  const listeners: (() => void)[] = []
  const refusals = new Set<string>()
  let state: 'unknown' | 'there' | 'away' | 'closed' = 'unknown'
  let quietUntil = 0

  const went = (error: unknown) => {
    if (error instanceof TooSlow) quietUntil = Date.now() + quietMs
    if (state === 'away' || state === 'closed') return
    state = 'away'
    logger.warn({ event: 'redis-away', reason: reasonOf(error) })
    telemetry.redisAnswers(false)
  }
  const came = () => {
    if (state === 'there' || state === 'closed' || Date.now() < quietUntil) return
    if (state === 'away') logger.warn({ event: 'redis-back' })
    state = 'there'
    refusals.clear()
    telemetry.redisAnswers(true)
    for (const listener of listeners) listener()
  }
  // It answers, but refuses this command (no permission or no memory left, for example): one log line is enough.
  const refused = (error: ErrorReply) => {
    const reason = reasonOf(error)
    if (!refusals.has(reason)) logger.warn({ event: 'redis-refused', reason })
    refusals.add(reason)
  }

  client.on('error', went)
  client.on('ready', came)
  client.on('ping-interval', came)
  client.connect().catch(went)
  // rejects with the first error
  await once(client, 'ready').catch(() => undefined)

  return {
    async ask(question) {
      if (state !== 'there') return undefined
      try {
        return await soon(question(client), patienceMs)
      } catch (error) {
        if (error instanceof ErrorReply) refused(error)
        else went(error)
        return undefined
      }
    },
    onThere(listener) {
      listeners.push(listener)
      if (state === 'there') listener()
    },
    close() {
      state = 'closed'
      client.destroy()
    },
  }
}

function clientOf(url: string) {
  return createClient({
    url,
    socket: {
      connectTimeout: 1_000,
      // The pings detect a hanging server, or a network that drops data.
      socketTimeout: 3_000,
      reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, 2_000),
    },
    pingInterval: 1_000,
    // A command that can't be sent now is useless later.
    disableOfflineQueue: true,
  })
}

class TooSlow extends Error {}

/**
 * The result of `promise` within `ms`, counted in two halves: time in which this process itself was blocked counts
 * once.
 */
async function soon<T>(promise: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>()
  const half = ms / 2
  let timer = setTimeout(() => {
    timer = setTimeout(() => late.reject(new TooSlow('It takes too long')), half)
  }, half)
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

// for example ECONNREFUSED; the client's own error name, for example SocketClosedUnexpectedlyError; or the first word
// of Redis's error, for example WRONGPASS: the rest might quote the command
function reasonOf(error: unknown): string {
  if (error instanceof TooSlow) return 'too slow'
  if (error instanceof ErrorReply) return /^[A-Z]+/.exec(error.message)?.[0] ?? 'ERR'
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error ? String(error.code) : error.constructor.name
}
