import { writeSync } from 'node:fs'
import type { DestinationStream } from 'pino'
import { codeOf } from '../refusals/refusal.ts'

// A reader that is slow for a moment loses nothing; one that hangs stops the server no longer than this.
const patienceMs = 500
const pauseMs = 10

/**
 * Writes lines to a file descriptor, each at once. `write` throws the system's error (ENOSPC, EPIPE) if the line did
 * not get there completely, and EAGAIN if a pipe stays full for half a second. What follows half a line begins on a
 * line of its own.
 */
export function descriptorStream(descriptor: number): DestinationStream {
  let isCut = false
  let isStuck = false

  function writeSome(bytes: Buffer, offset: number): number {
    const until = Date.now() + (isStuck ? 0 : patienceMs)
    for (;;) {
      try {
        return writeSync(descriptor, bytes, offset)
      } catch (error) {
        isStuck = codeOf(error) === 'EAGAIN' && Date.now() >= until
        if (isStuck || codeOf(error) !== 'EAGAIN') throw error
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
      }
    }
  }

  return {
    write(line) {
      const bytes = Buffer.from(isCut ? `\n${line}` : line)
      let written = 0
      try {
        while (written < bytes.length) written += writeSome(bytes, written)
      } catch (error) {
        isCut ||= written > 0
        throw error
      }
      isCut = false
      isStuck = false
    },
  }
}
