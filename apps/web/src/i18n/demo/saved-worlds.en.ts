/** The texts about saved states of the simulated Azure, in English. */
export const savedWorldsEn = {
  title: 'Saved worlds',
  subtitle: 'Save the state of your simulated Azure, and return to it at any time',
  openFile: 'Open file',
  name: 'Name',
  nameHint: 'For example, Before the key outage',
  nameMissing: 'Enter a name.',
  replaces: 'The saved world with this name will be replaced.',
  save: 'Save',
  savedAt: 'Saved',
  azureTime: 'Time in Azure',
  actions: 'Actions',
  open: 'Open',
  openNamed: (name: string) => `Open ${name}`,
  download: 'Download',
  downloadNamed: (name: string) => `Download ${name}`,
  discard: 'Delete',
  discardNamed: (name: string) => `Delete ${name}`,
  cancel: 'Cancel',
  none: {
    title: 'No saved worlds',
    advice: 'Saved worlds stay in this browser. Download one as a file to use it elsewhere.',
  },
  notKept: 'This browser blocks its storage, so worlds can’t be saved here. You can still open files.',
  asking: {
    openTitle: (name: string) => `Open ${name}?`,
    openBody: 'It replaces all changes in your simulated Azure, and its time. Drafts are kept.',
    discardTitle: (name: string) => `Delete ${name}?`,
    discardBody: 'The saved world is removed from this browser. Your simulated Azure doesn’t change.',
  },
  opened: (name: string) => `Opened: ${name}`,
  openedBody: 'Resources, operations in progress, and the time are as they were when it was saved.',
  noWorld: {
    title: 'The file isn’t a saved world',
    body: 'Nothing has changed. Choose a file that was downloaded from this page.',
  },
  refused:
    'Nothing has changed. The file was edited, is from another demo, or is larger than a demo environment can be.',
}

export type SavedWorldTexts = typeof savedWorldsEn
