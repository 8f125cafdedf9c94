/** The keyboard shortcuts, and what each does. */
export const shortcutsEn = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  or: 'or',
  questionMark: 'Open this list with ?',
  /** read out for the grid */
  grid: 'For help, select Keyboard shortcuts.',
  readOnlyGrid:
    'The cells are read-only here because the draft is open in another tab. For help, select Keyboard shortcuts.',
  /** what is printed on the keys */
  keys: {
    Enter: 'Enter',
    Space: 'Space',
    Delete: 'Delete',
    Escape: 'Esc',
    Shift: 'Shift',
    Home: 'Home',
    End: 'End',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Arrows: 'Arrow keys',
    LeftRight: 'Left or right arrow',
    Down: 'Down arrow',
    Letter: 'Any letter',
  },
  matrix: {
    title: 'Disk encryption set grid',
    move: 'Go to another cell',
    edge: 'Go to the first or last cell of the row or column',
    rowEnds: 'Go to the first or last cell of the row',
    corners: 'Go to the first or last cell of the grid',
    pages: 'Go eight rows up or down',
    open: 'Open the list of disk encryption sets',
    search: 'Search the sets by name',
    clear: 'Clear the cell',
    copyDown: 'Copy the set to the cells below',
    copyAcross: 'Copy the set to the cells on the right',
    undo: 'Undo',
    redo: 'Redo',
  },
  tabs: {
    title: 'Tabs',
    move: 'Go to another tab',
    ends: 'Go to the first or last tab',
    open: 'Open the tab',
  },
  proposals: {
    title: 'Proposals',
    apply: 'Apply the proposal',
    refuse: 'Dismiss the proposal',
  },
  tour: {
    title: 'Guided tour',
    card: 'Go to the card, and from there to what it’s about',
    leave: 'Leave the tour, on its card',
  },
  lists: {
    title: 'Lists',
    ends: 'Go to the start or end of the list',
    sort: 'Sort by the selected column heading, or reverse the order',
  },
  portal: {
    title: 'Portal',
    search: 'Search resources, pages, and actions',
    shortcuts: 'Show the keyboard shortcuts',
    next: 'Go to the next or previous field, button, or link',
    select: 'Select the button or link',
    close: 'Close a dialog, menu, or help',
  },
}

export type ShortcutTexts = typeof shortcutsEn
