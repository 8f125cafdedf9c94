import type { FailedResource } from '@portal/portal-api'

/** The English texts of Home. */
export const homeEn = {
  title: 'Home',
  subtitle: 'Image versions in Azure Compute Gallery, encrypted with your own keys',
  create: 'Create image version',
  picker: {
    search: 'Search image definitions',
    definitions: 'Image definitions',
    another: 'Create another definition…',
    close: 'Close',
  },
  drafts: {
    title: 'Drafts',
    kinds: { imageVersion: 'New image version', virtualMachine: 'New virtual machine', update: 'Update' },
    unnamed: 'No image definition selected',
    changed: (ago: string) => `Changed ${ago}`,
    continue: 'Continue',
    continueNamed: (name: string) => `Continue ${name}`,
    discardNamed: (name: string) => `Discard ${name}`,
    question: {
      title: (name: string) => `Discard the draft of ${name}?`,
      text: 'This clears everything you entered. Nothing changes in Azure.',
      keep: 'Keep draft',
      discard: 'Discard draft',
    },
    elsewhere: {
      title: 'This draft is open in another tab',
      text: 'Discard it in that tab, or close the tab and try again.',
      close: 'Close',
    },
  },
  status: {
    inProgress: (count: number, formatted: string) =>
      count === 0 ? 'Nothing in progress' : `${formatted} in progress`,
    failed: (count: number, formatted: string) => (count === 0 ? 'nothing failed' : `${formatted} failed`),
    inNeed: (count: number, formatted: string) =>
      count === 0
        ? 'no problems found with keys'
        : count === 1
          ? '1 set needs attention'
          : `${formatted} sets need attention`,
  },
  recent: {
    title: 'Recent image definitions',
    all: 'All galleries',
    createVersion: 'Create next version',
    createVersionIn: (definition: string) => `Create next version in ${definition}`,
  },
  encryption: {
    title: 'Image versions by encryption',
    all: 'All image versions',
    share: (own: string, total: string) => `${own} of ${total}`,
    ownKeysOnly: 'with customer-managed keys only',
  },
  keys: {
    title: 'Key health',
    all: 'Key health of all sets',
    problem: 'needs attention',
    checked: (checked: string, total: string) => `Checked: ${checked} of ${total} sets`,
    problems: (count: string) => `With problems: ${count}`,
  },
  beginning: {
    title: 'First steps',
    done: 'Done',
    steps: {
      definition: {
        title: 'Gallery and image definition',
        text: 'A gallery holds your images. An image definition describes one of them, such as its operating system.',
        action: 'Go to galleries',
      },
      sets: {
        title: 'Disk encryption sets',
        text: 'A set connects your key to disks in one region. You can also create missing sets with the version.',
        action: 'Check my access',
      },
      version: {
        title: 'Image version',
        text: 'Choose a source, target regions, and a disk encryption set for each disk.',
        action: 'Create version',
      },
    },
  },
  progress: {
    title: 'In progress',
    more: (count: string) => `More: ${count}`,
  },
  failed: {
    title: 'Failed',
    all: 'All failed versions',
    kinds: { imageVersion: 'Image version', virtualMachine: 'Virtual machine' } satisfies Record<
      FailedResource['kind'],
      string
    >,
  },
}

export type HomeTexts = typeof homeEn
