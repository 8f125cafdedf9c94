import { catalogue } from '../../../i18n/catalogue.ts'

/** Texts of what a form proposes to fill in, in English: the source of the type that every language has to fill. */
const proposalsEn = {
  apply: 'Apply',
  refuse: 'Dismiss',
  numbers: 'Next version numbers',
  parts: { patch: 'patch', minor: 'minor', major: 'major' },
  nextNumber: (name: string, part: string) => `Use ${name}, the next ${part} version`,
  regions: (version: string) => `Regions as in ${version}`,
  regionReplicas: (region: string, replicas: number) =>
    replicas === 1 ? `${region} (1 replica)` : `${region} (${replicas} replicas)`,
  like: (version: string) => `As in ${version}`,
  only: 'Only matching set',
  leftOwnKeys: (version: string) => `${version} uses your own keys. This version wouldn’t.`,
  setsOf: (version: string) => `Use the sets of ${version}`,
}

/** Texts of what a form proposes to fill in, in Italian. */
const proposalsIt: typeof proposalsEn = {
  apply: 'Applica',
  refuse: 'Ignora',
  numbers: 'Prossimi numeri di versione',
  parts: { patch: 'patch', minor: 'minore', major: 'principale' },
  nextNumber: (name, part) => `Usa ${name}, prossima versione ${part}`,
  regions: (version) => `Aree come nella versione ${version}`,
  regionReplicas: (region, replicas) => (replicas === 1 ? `${region} (1 replica)` : `${region} (${replicas} repliche)`),
  like: (version) => `Come la versione ${version}`,
  only: 'Unico set adatto',
  leftOwnKeys: (version) => `La versione ${version} usa chiavi gestite dal cliente, questa no.`,
  setsOf: (version) => `Usa i set della versione ${version}`,
}

/** The texts of proposals in the language shown. */
export const useProposalTexts = catalogue({ en: proposalsEn, it: proposalsIt })
