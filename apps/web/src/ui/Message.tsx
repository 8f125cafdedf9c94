import { MessageBar, MessageBarBody, MessageBarTitle, type MessageBarProps } from '@fluentui/react-components'
import type { ReactNode } from 'react'

interface MessageProps extends Pick<MessageBarProps, 'intent' | 'politeness'> {
  title?: string
  children: ReactNode
}

/** One message, with as many lines as it needs. A message with buttons is a separate `MessageBar`. */
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
