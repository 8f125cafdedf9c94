import express, { type Request, type Response } from 'express'
import { refuseForgedKeys } from './forged-keys.ts'
import { RequestRefused } from './request-refused.ts'

/**
 * Makes what reads the JSON of a write of at most `largest` bytes into `request.body`. It throws what `problem.ts` makes
 * a 400, 413 or 415 of.
 */
export function bodyReader(largest: number): (request: Request, response: Response) => Promise<void> {
  const read = express.json({ limit: largest, inflate: false, strict: true, reviver: refuseForgedKeys })
  return async (request, response) => {
    // null: there is no body, as a DELETE may have none
    if (request.is('application/json') === false)
      throw new RequestRefused('UnsupportedMediaType', 'The body must be JSON')
    await new Promise<void>((resolve, reject) => {
      read(request, response, (error?: unknown) => {
        if (error === undefined) resolve()
        // body-parser throws errors only, and wraps what the reviver throws in one of its own
        else reject(error instanceof Error ? error : new Error('The body could not be read', { cause: error }))
      })
    })
  }
}
