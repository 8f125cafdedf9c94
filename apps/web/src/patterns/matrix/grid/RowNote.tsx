import { useLayoutEffect, useRef, type ReactNode } from 'react'

interface RowNoteProps {
  className: string
  /** gets the pixels that it needs, 0 if it is empty */
  onHeight: (height: number) => void
  children: ReactNode
}

/** A line over the whole width below the cells of a row, for what they lack. */
export function RowNote({ className, onHeight, children }: RowNoteProps) {
  const note = useRef<HTMLDivElement>(null)
  const report = useRef(onHeight)
  useLayoutEffect(() => {
    report.current = onHeight
  })
  useLayoutEffect(() => {
    const measured = note.current
    if (measured === null) return
    // Before the first frame: the rows below are never seen at another place.
    const read = () => report.current(measured.offsetHeight)
    read()
    const observer = new ResizeObserver(read)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={note} role="presentation" className={className}>
      {children}
    </div>
  )
}
