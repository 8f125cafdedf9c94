import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, Result, RunOnly, RunOptions } from 'axe-core'

/** Selectors of what is checked. */
interface Part {
  include: string[]
  exclude?: string[]
}

declare global {
  interface Window {
    axe: { run: (part: Part, options: RunOptions) => Promise<AxeResults> }
  }
}

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds on the page, of some of its rules, in a part of it. As the portal has no frames, axe runs in the page
 * alone, without the second page that would put the results of frames together.
 */
export async function axeViolations(
  page: Page,
  runOnly: RunOnly,
  part: Part = { include: ['html'] },
): Promise<Result[]> {
  // The script takes longer than the question: it is sent once to each document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script)
  const given: [Part, RunOptions] = [part, { runOnly, resultTypes: ['violations'] }]
  return page.evaluate(async ([within, options]) => (await window.axe.run(within, options)).violations, given)
}
