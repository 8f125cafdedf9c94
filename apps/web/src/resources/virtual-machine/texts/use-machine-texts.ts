import { catalogue } from '../../../i18n/catalogue.ts'
import { machineEn, type MachineTexts } from './machine.en.ts'
import { machineIt } from './machine.it.ts'

/** The texts of virtual machines in the language shown. */
export const useMachineTexts = catalogue<MachineTexts>({ en: machineEn, it: machineIt })
