/** The texts of drafts: which tab has one, and whether the browser keeps it. */
export const draftsEn = {
  elsewhere: {
    title: 'This draft is open in another tab',
    text: 'This tab is read-only so that nothing is lost or sent twice. Continue in the other tab, or take over here.',
    takeOver: 'Take over here',
  },
  notKept: {
    title: 'Your browser isn’t saving this draft',
    text: 'Browser storage is blocked or full. You can continue, but your entries are lost if you reload or close this page.',
    dismiss: 'Dismiss',
  },
}

export type DraftsTexts = typeof draftsEn
