import type { ImageSource } from '@portal/image-version'
import type { TabProps } from './tab-props.ts'

/** The subscription whose resources are offered as sources. */
export interface SourceSubscription {
  subscriptionId: string
  options: { subscriptionId: string; displayName: string }[]
  onChoose: (subscriptionId: string) => void
}

export interface SourceFieldsProps extends TabProps {
  sourceSubscription: SourceSubscription
  /** the user has chosen another source, or more of it */
  onChooseSource: (source: ImageSource) => void
}
