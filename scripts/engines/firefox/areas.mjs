// What of the browser tests runs in Firefox too, by area: those in which browsers differ most (layout, keys, the focus,
// history, storage, tabs, files, the clipboard), within three minutes. Chromium has proved the rest. In each the portal
// keeps to its security policy too, and some use axe.

/** @typedef {{ spec: string, titles?: string[] }} Chosen titles: how the tests begin; without any, all of the spec */

/** @type {Record<string, Chosen[]>} */
const areas = {
  'Main path': [
    { spec: 'image-versions/encrypt-with-customer-managed-key', titles: ['a Contoso engineer'] },
    { spec: 'image-versions/at-most-once', titles: ['W05'] },
  ],
  'Encryption matrix': [{ spec: 'image-versions/encryption-matrix', titles: ['a cell’s list opens'] }],
  Drafts: [{ spec: 'image-versions/drafts', titles: ['W03: one of two tabs'] }],
  'Sign-in': [{ spec: 'portal/sign-in', titles: ['W06', 'W10'] }],
  Import: [{ spec: 'image-versions/import-plan', titles: ['a plan is saved'] }],
  Code: [{ spec: 'image-versions/code-pane', titles: ['the code follows each choice'] }],
  Update: [{ spec: 'image-versions/update-image-version', titles: ['the keyboard alone'] }],
  'Virtual machine': [
    { spec: 'virtual-machines/create-virtual-machine', titles: ['the wizard is filled by the keyboard alone'] },
  ],
  Estate: [{ spec: 'estate/key-impact', titles: ['goes along the chain'] }],
  Lists: [
    { spec: 'galleries/browse', titles: ['saves all rows'] },
    { spec: 'portal/one-scroll', titles: ['the headings of a list stay below the bars'] },
    { spec: 'portal/search', titles: ['the keyboard alone'] },
  ],
  Home: [{ spec: 'portal/home', titles: ['Home lists'] }],
  Demo: [{ spec: 'demo/tour', titles: ['by keyboard, in Italian'] }],
  Help: [{ spec: 'portal/help', titles: ['the guide opens from the top bar'] }],
  Languages: [{ spec: 'portal/languages', titles: ['an Italian browser'] }],
  Accessibility: [
    // The presenter view is among its pages.
    { spec: 'assistive/every-page', titles: ['every page can be read, pointed at and printed by everyone: 2'] },
    { spec: 'portal/accessibility', titles: ['the keyboard alone'] },
  ],
}

/**
 * What Firefox's driver can't do, why, and the tests that are left out for it: of a spec all, or those of these titles.
 * A test that passes there is to be taken out.
 *
 * @type {{ what: string, reason: string, tests: Chosen[] }[]}
 */
export const limits = [
  {
    what: 'Color schemes, forced colors, contrast, reduced motion, print, also of every page',
    reason:
      'Firefox ESR has no emulation.setMediaFeaturesOverride: tests in dark or high contrast run in its own light colors.',
    tests: [
      { spec: 'assistive/print' },
      {
        spec: 'image-versions/encryption-proof',
        titles: ['a proof is kept as a file and on paper, and checked after the key and a region have changed'],
      },
      {
        spec: 'portal/help',
        titles: [
          'a picture keeps its place, follows the theme, and opens in its own size',
          'what is printed is the page alone, dark on white in the dark theme too',
        ],
      },
    ],
  },
  {
    what: 'Pages without JavaScript, and the bar that they have before it',
    reason: 'Firefox ESR has no emulation.setScriptingEnabled: the portal’s script runs there too.',
    tests: [
      {
        spec: 'portal/first-load',
        titles: [
          'without JavaScript the page says that it needs it, and not that it loads',
          'the bar before the script is the bar after it, in all colors',
        ],
      },
    ],
  },
  {
    what: 'Touch',
    reason: 'A tap of WebDriver BiDi is followed by no click there.',
    tests: [{ spec: 'assistive/touch' }],
  },
  {
    what: 'What a screen reader says',
    reason: 'Of the map, Playwright joins the names of regions there without a space: its golden files are Chromium’s.',
    tests: [{ spec: 'assistive/screen-reader' }],
  },
]

const exactly = (/** @type {string} */ text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What Playwright calls a test: its file, its groups and its own title. */
const patternOf = (/** @type {string} */ spec, /** @type {string} */ beginning) =>
  new RegExp(`${exactly(spec)}\\.spec\\.ts (.* )?${exactly(beginning)}`)

/** The files of these tests: the others need not be read. */
export const chosenFiles = Object.values(areas).flatMap((chosen) => chosen.map(({ spec }) => `e2e/${spec}.spec.ts`))

/** The patterns of the tests of each area. */
export const patterns = Object.entries(areas).map(([area, chosen]) => ({
  area,
  of: chosen.flatMap(({ spec, titles = [''] }) => titles.map((title) => patternOf(spec, title))),
}))

/**
 * The patterns of the tests that are left out.
 * @public for the configuration of Playwright
 */
export const limitPatterns = limits.flatMap(({ tests }) =>
  tests.flatMap(({ spec, titles }) =>
    titles ? titles.map((title) => new RegExp(`${patternOf(spec, title).source}$`)) : [patternOf(spec, '')],
  ),
)
