import type { PipelineRequest } from '@azure/core-rest-pipeline'
import { isRead } from './arm-request.ts'

/**
 * How long a call to Azure may take, in milliseconds: a read with all its attempts; a write from the moment it is sent,
 * five seconds more than ARM gives its providers.
 */
export const callTimeouts = { read: 20_000, write: 65_000 }

/**
 * Takes what a read has waited (ms) before it is sent off its time. A write has its time from the moment it is sent:
 * with less, Azure might still be at it when the portal gives up.
 */
export function countWait(request: PipelineRequest, ms: number): void {
  if (isRead(request)) request.timeout = Math.max(1, request.timeout - ms)
}

/** How long a request waits before it is sent; a write no longer than a read, for somebody is waiting. */
export function longestWait({ timeout }: PipelineRequest): number {
  return Math.min(timeout, callTimeouts.read)
}
