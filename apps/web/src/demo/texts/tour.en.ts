/** A title says what to do, and a body why. */
export interface TourStepTexts {
  title: string
  body: string
  /** where what the step is about is not there, and something else leads to it */
  otherwise?: { title: string; body: string }
}

const steps = {
  home: {
    title: 'Select ubuntu-web',
    body: 'In 13 steps, you create an encrypted version in three regions, and get its code. ubuntu-web is the image definition.',
  },
  definition: {
    title: 'Select Create version',
    body: 'Version 1.1.0 is encrypted with Contoso’s own keys. The next one will be too.',
  },
  source: {
    title: 'Choose myImage as the managed image',
    body: 'It’s the image of the example in Microsoft’s documentation. The version number and regions are already filled in.',
  },
  encryption: {
    title: 'Open the Encryption tab',
    body: 'There, each disk in each region gets a disk encryption set, which uses your own key.',
  },
  fill: {
    title: 'Select Fill 3 sets',
    body: 'The empty cells get the same sets as in version 1.1.0.',
    otherwise: {
      title: 'Choose a set in each empty cell',
      body: 'The list of a cell has the sets that fit, the ready ones first.',
    },
  },
  repair: {
    title: 'Select Turn on purge protection',
    body: 'This set isn’t ready: Azure requires purge protection on its key vault. You can fix that here.',
    otherwise: {
      title: 'Select the cell that isn’t ready',
      body: 'Below its row, you can see why and fix it.',
    },
  },
  review: {
    title: 'Select Review + create',
    body: 'All sets are ready. The portal now checks your entries against Azure’s rules.',
  },
  create: {
    title: 'Select Create',
    body: 'Nothing has been sent to Azure yet. The review shows the key of each disk in each region.',
  },
  replication: {
    title: 'Move time forward',
    body: 'Azure copies the image to each region, which takes minutes. In the demo, you can skip them.',
  },
  proof: {
    title: 'Check the applied encryption',
    body: 'Azure reports which set encrypts each disk. The portal compares that with your request.',
  },
  nextVersion: {
    title: 'Select Create next version',
    body: 'The next version begins with these choices, and can be created by code too.',
  },
  showCode: {
    title: 'Select Show code',
    body: 'The portal writes your choices as code for your pipeline.',
  },
  code: {
    title: 'That’s the tour',
    body: 'This code creates the next version, in nine formats such as Bicep and Terraform. The scenarios show what can go wrong.',
  },
} satisfies Record<string, TourStepTexts>

export type TourStepId = keyof typeof steps

const stepTexts: Record<TourStepId, TourStepTexts> = steps

/** The texts of the demo’s guided tour; only who takes it loads them. */
export const tourEn = {
  step: (step: number, of: number) => `Guided tour · ${step} of ${of}`,
  leave: 'Exit tour',
  next: 'Next',
  forward: 'Move time forward',
  finish: 'Finish',
  keys: 'Alt+G goes to this card, and from there to the item it describes.',
  lost: {
    title: 'The tour continues elsewhere',
    body: (title: string) => `The next step is “${title}”, and it isn’t on this page.`,
    goThere: 'Go there',
  },
  steps: stepTexts,
}

/** Every text of the tour, as in `Texts`. */
export type TourTexts = typeof tourEn
