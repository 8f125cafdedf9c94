/** Seeds that once found a fault, each with what was wrong; `npm test` tests them at each run. */
export const storedSeeds: { target: 'imports' | 'exports'; seed: number; why: string }[] = []
