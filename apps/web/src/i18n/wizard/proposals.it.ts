import type { ProposalTexts } from './proposals.en.ts'

const cellsOf = (cells: number) => (cells === 1 ? '1 cella' : `${cells} celle`)

/** Texts of what a form proposes to fill in, in Italian. */
export const proposalsIt: ProposalTexts = {
  apply: 'Applica',
  refuse: 'Ignora',
  numbers: 'Prossimi numeri di versione',
  parts: { patch: 'patch', minor: 'minore', major: 'principale' },
  nextNumber: (name, part) => `Usa ${name}, prossima versione ${part}`,
  regions: (version) => `Aree come nella versione ${version}`,
  regionReplicas: (region, replicas) => (replicas === 1 ? `${region} (1 replica)` : `${region} (${replicas} repliche)`),
  sets: (cells, version) => `Compila ${cellsOf(cells)} come nella versione ${version}`,
  withType: (type) => `Sceglie anche “${type}”.`,
  onlySets: (cells) => `Usa l’unico set adatto in ${cellsOf(cells)}`,
}
