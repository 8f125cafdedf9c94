import { descriptorStream } from './descriptor-stream.ts'
import { lineOutput } from './line-output.ts'

const lookMs = 5_000
const standardError = descriptorStream(2)

/** Standard output, where the log goes. While it can't be written, standard error has a line a minute. */
export const standardOutput = lineOutput(descriptorStream(1), { complain })

/**
 * Keeps the process alive while standard output or error can't be written, and tries again every five seconds what is
 * still to be written.
 */
export function watchStandardOutput(): void {
  // Node reports a closed pipe as an event, which ends the process if nobody listens.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  setInterval(() => standardOutput.look(), lookMs).unref()
}

function complain(line: string): void {
  try {
    standardError.write(line)
  } catch {
    // there is nowhere else to say so
  }
}
