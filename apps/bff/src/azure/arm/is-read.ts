import type { PipelineRequest } from '@azure/core-rest-pipeline'

// Azure has queries that are sent with POST.
const questions = /\/(?:providers\/Microsoft\.ResourceGraph\/resources|whatIf|checkNameAvailability|validate)$/i

/**
 * Whether a request to ARM can change nothing: then it gets the time limit of a read, is retried like one, and is not
 * in the audit log. Only this function decides that.
 */
export function isRead({ method, url }: Pick<PipelineRequest, 'method' | 'url'>): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  return method === 'POST' && questions.test(new URL(url).pathname)
}
