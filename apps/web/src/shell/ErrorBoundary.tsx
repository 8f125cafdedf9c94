import { Component, useEffect, useState, type ComponentProps, type ReactNode } from 'react'
import { ErrorPage } from './ErrorPage.tsx'
import { isBeingReloaded } from './new-build.ts'

interface Props {
  /** another value is another page: the error of the last one is forgotten */
  page?: string
  /** whether nothing is around it */
  isWhole?: boolean
  children: ReactNode
}

interface State {
  page: string | undefined
  error: unknown
}

/** Shows an error page in place of what threw while rendering, or whose code did not load. What is around it stays. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { page: this.props.page, error: undefined }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error ?? new Error('A page threw nothing') }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.page === state.page ? null : { page: props.page, error: undefined }
  }

  override render(): ReactNode {
    const { children, isWhole = false } = this.props
    return this.state.error === undefined ? children : <Failure error={this.state.error} isWhole={isWhole} />
  }
}

// Nothing if another build explains the error: the page is then on its way.
function Failure(props: ComponentProps<typeof ErrorPage>) {
  const [isShown, show] = useState(false)
  useEffect(() => void isBeingReloaded().then((isReloaded) => show(!isReloaded)), [])
  return isShown ? <ErrorPage {...props} /> : null
}
