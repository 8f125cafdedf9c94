import type { Request, RequestHandler, Response } from 'express'

/** Sends the request through `middleware`; rejects with the Error that it passes on. */
export async function through(middleware: RequestHandler, request: Request, response: Response): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    void middleware(request, response, (error?: unknown) => {
      if (error === undefined) resolve()
      else reject(error instanceof Error ? error : new Error('The request was not let through', { cause: error }))
    })
  })
}
