import { nobodyBlocked, type BlockList } from './block-list.ts'
import type { ReadOnlySwitch } from './read-only-switch.ts'

/** The operators' decisions: which users are blocked, and whether the portal writes. */
export interface Operators {
  blockList: BlockList
  readOnly: Pick<ReadOnlySwitch, 'isOn'>
}

/** No restrictions. */
export const noOperators: Operators = { blockList: nobodyBlocked, readOnly: { isOn: false } }
