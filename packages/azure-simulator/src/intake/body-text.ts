import express, { type Request, type RequestHandler, type Response } from 'express'

const readers = new Map<number, RequestHandler>()

/**
 * The text of a request's body, '' if it has none. It is read from the connection only now: callers that first verify
 * the token keep nothing that strangers send. Rejects with an error of `status` 413 beyond `limit` bytes, and 400 or
 * 415 for a truncated body or an unknown encoding.
 */
export async function bodyText(request: Request, response: Response, limit: number): Promise<string> {
  const read = readers.get(limit) ?? express.text({ limit, type: () => true })
  readers.set(limit, read)
  return new Promise((resolve, reject) => {
    void read(request, response, (error?: unknown) => {
      if (error instanceof Error) reject(error)
      else resolve(typeof request.body === 'string' ? request.body : '')
    })
  })
}
