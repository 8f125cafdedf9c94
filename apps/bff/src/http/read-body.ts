import { promisify } from 'node:util'
import express, { type Request, type Response } from 'express'
import { RequestRefused } from '../refusals/request-refused.ts'
import { refuseUnsafeJson } from './unsafe-json.ts'

/** Bytes that most writes stay below, because they name a few resources. They have this long to arrive: ms. */
export const smallBody = { bytes: 64 * 1024, ms: 5_000 }

/**
 * Creates the middleware that reads the JSON of a write of at most `largest` bytes into `request.body`. Its errors
 * become a 400, 408, 413 or 415 in `problem.ts`. A body of more than 64 kB has the server's own time limit.
 */
export function bodyReader(largest: number): Reader {
  const read = readers.get(largest) ?? jsonReader(largest)
  readers.set(largest, read)
  return async (request, response) => {
    // null: there is no body; a DELETE can omit it
    if (request.is('application/json') === false)
      throw new RequestRefused('UnsupportedMediaType', 'The body must be JSON')
    const reading = read(request, response)
    await (isSmall(request, largest) ? inTime(reading) : reading)
  }
}

type Reader = (request: Request, response: Response) => Promise<void>

// A hundred routes take bodies of a few sizes.
const readers = new Map<number, Reader>()

function jsonReader(limit: number): Reader {
  const verify = (_request: unknown, _response: unknown, body: Buffer) => refuseUnsafeJson(body.toString('utf8'))
  return promisify(express.json({ limit, inflate: false, strict: true, verify }))
}

/** Whether a request has a small body, if at most `largest` bytes are read. One in chunks does not say its length. */
export function isSmall(request: Request, largest = Infinity): boolean {
  return Math.min(Number(request.get('content-length') ?? Infinity), largest) <= smallBody.bytes
}

/** The result of `reading`; rejects with `RequestRefused` (408) if that needs longer than a small body may. */
export async function inTime<T>(reading: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  // the connection is closed: what still comes is no request
  const headers = { Connection: 'close' }
  const refuse = () => late.reject(new RequestRefused('RequestTimeout', 'The body did not arrive in time', { headers }))
  const clock = setTimeout(refuse, smallBody.ms)
  return Promise.race([reading, late.promise]).finally(() => clearTimeout(clock))
}
