import type { ShortcutGroup } from './shortcut.ts'

/** What the keys do on every page. */
export const portalShortcuts: ShortcutGroup = {
  title: (t) => t.portal.title,
  shortcuts: [
    {
      keys: [
        ['Ctrl', 'K'],
        ['⌘', 'K'],
      ],
      does: (t) => t.portal.search,
    },
    { keys: [['?']], does: (t) => t.portal.shortcuts },
    { keys: [['Tab'], ['Shift', 'Tab']], does: (t) => t.portal.next },
    { keys: [['Enter']], does: (t) => t.portal.select },
    { keys: [['Escape']], does: (t) => t.portal.close },
  ],
}

/** What the keys do in a row of tabs. */
export const tabShortcuts: ShortcutGroup = {
  title: (t) => t.tabs.title,
  shortcuts: [
    { keys: [['LeftRight']], does: (t) => t.tabs.move },
    { keys: [['Home'], ['End']], does: (t) => t.tabs.ends },
    { keys: [['Enter'], ['Space']], does: (t) => t.tabs.open },
  ],
}

/** What the keys do where a form proposes something. */
export const proposalShortcuts: ShortcutGroup = {
  title: (t) => t.proposals.title,
  shortcuts: [
    { keys: [['Alt', 'A']], does: (t) => t.proposals.apply },
    { keys: [['Alt', 'X']], does: (t) => t.proposals.refuse },
  ],
}

/** What the keys do during the demo's guided tour. */
export const tourShortcuts: ShortcutGroup = {
  title: (t) => t.tour.title,
  shortcuts: [
    { keys: [['Alt', 'G']], does: (t) => t.tour.card },
    { keys: [['Escape']], does: (t) => t.tour.leave },
  ],
}

/** What the keys do on a page with a list. */
export const listShortcuts: ShortcutGroup = {
  title: (t) => t.lists.title,
  shortcuts: [
    { keys: [['Home'], ['End']], does: (t) => t.lists.ends },
    { keys: [['Enter']], does: (t) => t.lists.sort },
  ],
}
