import type { Logger } from '../http/log.ts'
import { blockListMs, loadBlockList, nobodyBlocked } from './block-list.ts'
import type { Operators } from './operators.ts'
import { readOnlySwitch } from './read-only-switch.ts'

export interface OperatorsConfig {
  readOnly: boolean
  /** undefined: nobody is blocked */
  blockListFile: string | undefined
}

/**
 * The settings of the variables and, from then on, of SIGUSR2 and the file. Throws `ConfigurationFaults` if the file
 * can't be used.
 */
export async function startOperators({ readOnly, blockListFile }: OperatorsConfig, logger: Logger): Promise<Operators> {
  const blockList = blockListFile === undefined ? nobodyBlocked : await loadBlockList(blockListFile, logger)
  if (blockListFile !== undefined) setInterval(() => void blockList.look(), blockListMs).unref()
  const turned = readOnlySwitch(readOnly, logger)
  process.on('SIGUSR2', () => turned.toggle())
  return { blockList, readOnly: turned }
}
