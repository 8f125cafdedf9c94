import { bodyBombs } from './body-bombs.ts'
import type { Bomb } from './bomb.ts'
import { queryBombs } from './query-bombs.ts'
import { templateBombs } from './template-bombs.ts'

export type { Bomb } from './bomb.ts'

/** Every type of request that is known to have blocked or ended the simulator. */
export const bombs: Bomb[] = [...bodyBombs, ...queryBombs, ...templateBombs]
