import type { ArmErrorDetail } from '@portal/arm'
import type { DiskEncryptionSet } from '@portal/disk-encryption'
import type { ImageVersionPlan } from '@portal/image-version'
import type { DecodedError } from './decoded-error.ts'

/** What was sent, and the known sets: the context of ARM's text. */
export interface DecodingContext {
  plan: ImageVersionPlan
  diskEncryptionSets: readonly DiskEncryptionSet[]
}

/** A text of ARM that was found, with its named groups; a group that matched nothing is ''. */
interface FoundMessage extends DecodingContext {
  groups: Record<string, string>
  error: ArmErrorDetail
}

/** One of Azure's errors: by its text, by its code, or by both. */
export interface ArmMessage {
  text?: RegExp
  code?: string
  means: (found: FoundMessage) => DecodedError
}
