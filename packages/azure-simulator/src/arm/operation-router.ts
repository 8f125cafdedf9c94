import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import type { ArmOperation } from './request.ts'

/** Answers a request for that operation. */
type Answer = (operation: ArmOperation, request: Request, response: Response) => Promise<void>

const methods = { GET: 'get', HEAD: 'head', PUT: 'put', PATCH: 'patch', POST: 'post', DELETE: 'delete' } as const

/**
 * Hands requests to the first operation of their path; others are left to later handlers. Express's router compiles
 * each pattern at once and tries one after the other, so that it gets only those that end like the path, and when the
 * first request comes.
 */
export function operationRouter(operations: readonly ArmOperation[], answer: Answer): RequestHandler {
  const byEnd: ReadonlyMap<string, ArmOperation[]> = Map.groupBy(operations, ({ path }) => endOf(path))
  const routers = new Map<string, Router>()
  const routerOf = (key: string, these: readonly ArmOperation[]): Router => {
    const router = routers.get(key) ?? madeOf(these, answer)
    routers.set(key, router)
    return router
  }
  return (request, response, next) => {
    const ends = new Set(lastSegments(request.path.toLowerCase()).filter((segment) => byEnd.has(segment)))
    const [end] = ends
    if (end === undefined) return next()
    // A name that is also the end of a pattern: all, in their order.
    const router = ends.size > 1 ? routerOf('', operations) : routerOf(end, byEnd.get(end) ?? [])
    router(request, response, next)
  }
}

function madeOf(operations: readonly ArmOperation[], answer: Answer): Router {
  const router = express.Router({ caseSensitive: false })
  for (const operation of operations)
    router[methods[operation.method]](operation.path, (request, response, next) => {
      answer(operation, request, response).catch(next)
    })
  return router
}

/** The last segment that is not a parameter, which is the last or the one before. */
function endOf(pattern: string): string {
  const end = lastSegments(pattern).findLast((segment) => !/[:*{}]/.test(segment))
  if (end === undefined) throw new Error(`'${pattern}' ends with two parameters`)
  return end.toLowerCase()
}

// A slash at the end does not count, as for Express.
function lastSegments(path: string): string[] {
  return path.replace(/\/$/, '').split('/').slice(-2)
}
