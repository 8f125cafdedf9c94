import { problem } from '@portal/portal-api'

/** The problem in the body of an error reply, or why it is none. */
export function parsedProblem(body: unknown): ReturnType<typeof problem.safeParse> {
  return problem.safeParse(body)
}
