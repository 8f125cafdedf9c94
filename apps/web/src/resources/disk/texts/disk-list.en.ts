/** The English texts of the list of disks. */
export const diskListEn = {
  title: 'Disks from image versions',
  subtitle: 'Disks created from image versions, and how they are encrypted',
  none: 'No disks from image versions to display',
  noneAdvice:
    'Only disks that you have permission to view appear here. Choose another subscription, or remove filters.',
  set: 'Disk encryption set',
  machine: 'Virtual machine',
  version: 'Image version',
  created: 'Created',
}

export type DiskListTexts = typeof diskListEn
