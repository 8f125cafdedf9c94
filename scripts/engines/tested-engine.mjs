// What a run has tested of an engine, by area of the portal.

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ what: string, reason: string }} Limit what the engine's driver can't do
 * @typedef {{ name: string, version: string, how: string, areas: Record<string, Count> }} TestedEngine
 *   how: what drives it
 * @typedef {{ tests: number, leftOut: number, files: Record<string, Count> }} EveryTest tests: all there are; leftOut:
 *   those that the driver can't run; files: what came of those that ran, by file
 * @typedef {{ day: string, engines: TestedEngine[], inFirefox: EveryTest }} Tested day: of the last run of `engines`
 * @typedef {{ passed: number, failed: number, said?: string | undefined, tested?: TestedEngine,
 *   files?: Record<string, Count> }} EngineOutcome without `tested`, this machine can't have the engine, or `files` ran
 */

/** Counts one test of an area. */
export function count(
  /** @type {Record<string, Count>} */ areas,
  /** @type {string} */ area,
  /** @type {boolean} */ ok,
) {
  const counted = (areas[area] ??= { passed: 0, failed: 0 })
  counted[ok ? 'passed' : 'failed'] += 1
}
