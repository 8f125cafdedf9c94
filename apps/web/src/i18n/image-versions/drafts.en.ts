/** The texts of drafts: which tab has one, and whether the browser keeps it. */
export const draftsEn = {
  elsewhere: {
    title: 'You are working on this in another tab',
    text: 'Here it can be read only: one tab at a time changes a draft, so that nothing you enter is lost and nothing is sent twice. What you enter there shows here. Go on in that tab, or take the draft over.',
    takeOver: 'Take over here',
  },
  notKept: {
    title: 'Your browser does not keep this draft',
    text: 'Its storage is blocked or full. You can go on and send as usual, but what you enter is lost when you reload or close this page.',
    dismiss: 'Dismiss',
  },
}

export type DraftsTexts = typeof draftsEn
