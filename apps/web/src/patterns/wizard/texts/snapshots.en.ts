/** Texts of the way by snapshots, in English: the source of the type that every language fills. */
export const snapshotsEn = {
  title: 'Use disk snapshots instead',
  offer: (machine: string) =>
    `Generalize and stop ${machine} first. The portal then creates a snapshot of each disk, in the same resource group and with the same keys.`,
  make: 'Create disk snapshots',
  making: (done: string, all: string) => `Snapshots completed: ${done} of ${all}.`,
  failed: (names: string) => `Snapshots not created: ${names}. Try again.`,
  chosen: (machine: string) => `The source is now the disk snapshots of ${machine}.`,
}

export type SnapshotTexts = typeof snapshotsEn
