import type { PointerEvent } from 'react'

/** While the pointer is on a cell whose column is too narrow for its text, shows the whole text. */
export function showWholeText({ currentTarget: cell }: PointerEvent<HTMLElement>): void {
  const isCut = [cell, ...cell.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth)
  cell.title = isCut ? cell.innerText : ''
}
