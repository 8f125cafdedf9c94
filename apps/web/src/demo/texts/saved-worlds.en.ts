/** The texts about saved states of the simulated Azure, in English. */
export const savedWorldsEn = {
  title: 'Saved environments',
  openFile: 'Open file',
  name: 'Save this environment as',
  nameHint: 'To return to it at any time. It stays in this browser.',
  nameMissing: 'Enter a name.',
  replaces: 'The saved environment with this name will be replaced.',
  save: 'Save',
  azureTime: (time: string) => `Time in Azure: ${time}`,
  open: 'Open',
  openNamed: (name: string) => `Open ${name}`,
  downloadNamed: (name: string) => `Download ${name}`,
  discard: 'Delete',
  discardNamed: (name: string) => `Delete ${name}`,
  cancel: 'Cancel',
  notKept: 'This browser blocks its storage, so environments can’t be saved here. You can still open files.',
  asking: {
    openTitle: (name: string) => `Open ${name}?`,
    openBody: 'Opening it replaces all changes and the time in your simulated Azure. Drafts are kept.',
    discardTitle: (name: string) => `Delete ${name}?`,
    discardBody: 'The saved environment is removed from this browser. Your simulated Azure doesn’t change.',
  },
  opened: (name: string) => `Opened: ${name}`,
  openedBody: 'Resources, operations in progress, and the time are as they were when it was saved.',
  noWorld: {
    title: 'The file isn’t a saved environment',
    body: 'Nothing has changed. Choose a file that was downloaded here.',
  },
  refused: 'Nothing has changed. The file is damaged, from another demo, or larger than a demo environment can be.',
}

export type SavedWorldTexts = typeof savedWorldsEn
