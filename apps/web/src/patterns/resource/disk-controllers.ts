import type { ImageDefinition } from '@portal/gallery'

/** What changes the disk controllers of an image definition: of the galleries, for the wizard of machines too. */
export interface ChangeDiskControllersProps {
  definition: ImageDefinition
  /** the version that is to get NVMe; by default the next one */
  startsAt?: string
  onChanged?: () => void
  size?: 'small' | 'medium'
}
