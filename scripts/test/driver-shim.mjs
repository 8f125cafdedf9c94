// Loaded before Playwright (node --import): what it does at each look of a test, and no test needs.
import { registerHooks } from 'node:module'

/**
 * Changes Playwright's source as it is loaded.
 * @param {{ of: string, found: RegExp, times: number, instead: string }[]} changes each with how often its text is found
 * @throws where another version of Playwright has the text more or less often
 */
export function changeDriver(changes) {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      if (!url.endsWith('/playwright-core/lib/coreBundle.js')) return loaded
      let source = /** @type {string} */ (loaded.source)
      for (const { of, found, times, instead } of changes) {
        const seen = source.match(found)?.length ?? 0
        if (seen !== times) throw new Error(`Playwright has ${of} in ${seen} places, and not in ${times}`)
        source = source.replaceAll(found, instead)
      }
      return { ...loaded, source }
    },
  })
}

changeDriver([
  {
    // Each look before the expected state wrote down the roles and names of the whole page, for the message of a
    // failure: a twentieth of the processor time.
    of: 'the page of an unmet expectation',
    found: /ariaSnapshotForExpectFailure\(element, options\) \{/g,
    times: 1,
    instead: '$& return "";',
  },
  {
    // After three looks at something that still moves, as menus do while they open, it scrolled the page, and a menu
    // that was above its button came below it between the press and the release of a click, which was lost. Scrolling
    // is only for what another element covers.
    of: 'the number of a try',
    found: /const result2 = await action\(progress2, retry2\);/g,
    times: 1,
    instead: `const result2 = await action(progress2, retry2 - (progress2.moved ??= 0));
      if (result2?.missingState === "stable") progress2.moved += 1;`,
  },
])
