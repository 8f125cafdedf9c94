/** Texts of the way by snapshots, in English: the source of the type that every language fills. */
export const snapshotsEn = {
  title: 'Snapshots of its disks work instead',
  offer: (machine: string) =>
    `The portal makes a snapshot of each disk of ${machine}, beside it in its resource group and with the same keys, and chooses them as the source. Generalize and stop the machine first, as for a capture.`,
  make: 'Make snapshots of its disks',
  making: (done: string, all: string) => `Azure is making the snapshots: ${done} of ${all} are finished.`,
  failed: (names: string) => `Azure could not make these snapshots: ${names}. Make them anew.`,
  chosen: (machine: string) => `The source is now the snapshots of the disks of ${machine}.`,
}

export type SnapshotTexts = typeof snapshotsEn
