import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  type MessageBarBodyProps,
  type MessageBarProps,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'

interface MessageProps extends Omit<MessageBarProps, 'layout' | 'title'> {
  title?: string | undefined
  /** of the element around title and text */
  body?: MessageBarBodyProps
  /** its buttons */
  actions?: ReactNode
}

/** One message, with as many lines as it needs, and its buttons. */
export function Message({ title, body, actions, children, ...bar }: MessageProps) {
  return (
    <MessageBar {...bar} layout="multiline">
      <MessageBarBody {...body}>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>}
        {children}
      </MessageBarBody>
      {actions && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  )
}
