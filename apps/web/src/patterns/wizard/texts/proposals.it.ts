import type { ProposalTexts } from './proposals.en.ts'

/** Texts of what a form proposes to fill in, in Italian. */
export const proposalsIt: ProposalTexts = {
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
