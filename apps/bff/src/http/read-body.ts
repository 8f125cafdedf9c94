import express, { type Request, type Response } from 'express'
import { RequestRefused } from '../refusals/request-refused.ts'
import { through } from './through.ts'
import { refuseUnsafeJson } from './unsafe-json.ts'

/**
 * Creates the middleware that reads the JSON of a write of at most `largest` bytes into `request.body`. Its errors
 * become a 400, 413 or 415 in `problem.ts`.
 */
export function bodyReader(largest: number): (request: Request, response: Response) => Promise<void> {
  const verify = (_request: unknown, _response: unknown, body: Buffer) => refuseUnsafeJson(body.toString('utf8'))
  const read = express.json({ limit: largest, inflate: false, strict: true, verify })
  return async (request, response) => {
    // null: there is no body; a DELETE can omit it
    if (request.is('application/json') === false)
      throw new RequestRefused('UnsupportedMediaType', 'The body must be JSON')
    await through(read, request, response)
  }
}
