import { count } from '../tested-engine.mjs'
import { patterns } from './areas.mjs'

/** @typedef {{ title: string, specs?: { title: string, ok: boolean }[], suites?: Suite[] }} Suite of Playwright's report */

/**
 * Playwright's report by area; `absent` are the entries of areas.mjs that no test has answered to.
 * @param {{ suites?: Suite[] }} report
 */
export function testsByArea(report) {
  /** @type {Record<string, import('../tested-engine.mjs').Count>} */
  const areas = {}
  const seen = new Set()
  for (const { title, ok } of (report.suites ?? []).flatMap((suite) => testsOf(suite, [])))
    for (const { area, of } of patterns)
      for (const pattern of of) {
        if (!pattern.test(title)) continue
        count(areas, area, ok)
        seen.add(pattern)
      }
  return { areas, absent: patterns.flatMap(({ of }) => of).filter((pattern) => !seen.has(pattern)) }
}

/**
 * Playwright's report by file, without the end of its name.
 * @param {{ suites?: Suite[] }} report
 */
export function testsByFile(report) {
  /** @type {Record<string, import('../tested-engine.mjs').Count>} */
  const files = {}
  for (const suite of report.suites ?? [])
    for (const { ok } of testsOf(suite, [])) count(files, suite.title.replace('.spec.ts', ''), ok)
  return files
}

/** @returns {{ title: string, ok: boolean }[]} with titles as Playwright's grep has them: file, groups, test */
function testsOf(/** @type {Suite} */ { title, specs = [], suites = [] }, /** @type {string[]} */ above) {
  const path = [...above, title]
  return [
    ...specs.map((spec) => ({ title: [...path, spec.title].join(' '), ok: spec.ok })),
    ...suites.flatMap((suite) => testsOf(suite, path)),
  ]
}
