import express, { type Request, type Response } from 'express'
import { RequestRefused } from '../refusals/request-refused.ts'
import { through } from './through.ts'
import { refuseUnsafeJson } from './unsafe-json.ts'

/**
 * Makes what reads the JSON of a write of at most `largest` bytes into `request.body`. It throws what `problem.ts`
 * makes a 400, 413 or 415 of.
 */
export function bodyReader(largest: number): (request: Request, response: Response) => Promise<void> {
  const verify = (_request: unknown, _response: unknown, body: Buffer) => refuseUnsafeJson(body.toString('utf8'))
  const read = express.json({ limit: largest, inflate: false, strict: true, verify })
  return async (request, response) => {
    // null: there is no body, as a DELETE may have none
    if (request.is('application/json') === false)
      throw new RequestRefused('UnsupportedMediaType', 'The body must be JSON')
    await through(read, request, response)
  }
}
