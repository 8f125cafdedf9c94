// A client whose flows are a program: it prints a line for each.
import { join } from 'node:path'

/**
 * Runs the program, prints its output and counts its lines. A program that ends early counts as failed.
 * @param {Awaited<ReturnType<typeof import('./session.mjs').startClientSession>>} session
 * @param {string} interpreter
 * @param {string} file
 */
export async function flowsOf(session, interpreter, file) {
  const { ok, stdout, stderr } = await session.run(interpreter, [join(import.meta.dirname, file)])
  console.log(stdout.trimEnd())
  const lines = stdout.split('\n')
  const counts = { passed: 0, failed: 0 }
  for (const line of lines) {
    if (line.startsWith('passed ')) counts.passed += 1
    if (line.startsWith('FAILED ')) counts.failed += 1
  }
  if (!ok) {
    console.log(`FAILED  ${file} did not run to its end\n${stderr.slice(-1500)}`)
    counts.failed += 1
  }
  return counts
}
