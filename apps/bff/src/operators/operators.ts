import { nobodyBlocked, type BlockList } from './block-list.ts'
import type { ReadOnlySwitch } from './read-only-switch.ts'

/** What those who run the portal have decided: whom it does not serve, and whether it writes. */
export interface Operators {
  blockList: BlockList
  readOnly: Pick<ReadOnlySwitch, 'isOn'>
}

/** Nothing is held back. */
export const noOperators: Operators = { blockList: nobodyBlocked, readOnly: { isOn: false } }
