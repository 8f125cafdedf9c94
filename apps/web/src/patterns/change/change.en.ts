/** What the dialogs of all changes have in common. */
export const changeEn = {
  sending: 'Sending…',
  cancel: 'Cancel',
  close: 'Close',
  typeName: (name: string) => `Type ${name} to confirm`,
  nameDiffers: (name: string) => `The name doesn’t match. Type ${name}.`,
  request: 'Request, based on the current version',
  requestOf: (step: string) => `Step ${step} request`,
  copyRequest: 'Copy request',
  lacking: 'To get the missing permissions, send this request to an owner of the scope:',
  failure: {
    changed: 'Someone else has changed this version. Check its state, and then try again.',
    rejected: 'Not sent. Fix this first:',
    notSent: 'Azure’s response didn’t arrive, and the version is unchanged. Try again.',
    unknown: 'Azure’s response didn’t arrive, and the version can’t be read. Refresh the page before you try again.',
  },
}

export type ChangeTexts = typeof changeEn
