// What a run has tested of an engine, by area of the portal.

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ what: string, reason: string }} Limit what the engine's driver can't do
 * @typedef {{ name: string, version: string, how: string, seconds: number, areas: Record<string, Count>, limits: Limit[]
 *   }} TestedEngine how: what drives it
 * @typedef {{ passed: number, failed: number, said?: string | undefined, tested?: TestedEngine }} EngineOutcome without
 *   `tested`, this machine can't have the engine
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
