import { Button, Link, type ButtonProps } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'wouter'

interface Props {
  /** from paths.ts */
  href: string
  children: ReactNode
  className?: string | undefined
  /** its name for screen readers, which contains its text */
  'aria-label'?: string
  /** what is left behind, such as a dialog, closes */
  onClick?: () => void
  /** of the navigation, as `history.state` */
  state?: object
}

/** A link inside the portal: no page load, and still a real link that can be opened elsewhere. */
export function RouteLink({ href, children, className, onClick, state, 'aria-label': label }: Props) {
  return (
    <RouterLink href={href} asChild {...(state && { state })} {...(onClick && { onClick })}>
      <Link {...(className !== undefined && { className })} {...(label !== undefined && { 'aria-label': label })}>
        {children}
      </Link>
    </RouterLink>
  )
}

type RouteButtonProps = Omit<Props, 'onClick' | 'state'> &
  Pick<ButtonProps, 'appearance' | 'icon' | 'size' | 'aria-label'>

/** A link inside the portal that looks like a button. */
export function RouteButton({ href, children, className, ...look }: RouteButtonProps) {
  return (
    <RouterLink href={href} asChild>
      <Button as="a" {...look} {...(className !== undefined && { className })}>
        {children}
      </Button>
    </RouterLink>
  )
}
