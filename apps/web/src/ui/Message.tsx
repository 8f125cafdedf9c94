import { MessageBar, MessageBarBody, MessageBarTitle, type MessageBarProps } from '@fluentui/react-components'
import type { ReactNode } from 'react'

interface MessageProps extends Pick<MessageBarProps, 'intent' | 'politeness'> {
  title?: string
  children: ReactNode
}

/** Tells one thing, in as many lines as it takes. One with buttons is a `MessageBar` of its own. */
export function Message({ title, children, ...bar }: MessageProps) {
  return (
    <MessageBar {...bar} layout="multiline">
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>}
        {children}
      </MessageBarBody>
    </MessageBar>
  )
}
