import { useLanguage, type Language } from './language.ts'
import { machineEn, type MachineTexts } from './machine.en.ts'
import { machineIt } from './machine.it.ts'

// Both languages, since they come with the code of virtual machines only.
const texts: Record<Language, MachineTexts> = { en: machineEn, it: machineIt }

/** The texts of virtual machines in the language shown. */
export function useMachineTexts(): MachineTexts {
  return texts[useLanguage()]
}
