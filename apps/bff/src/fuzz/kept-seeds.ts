/**
 * Seeds whose requests once were answered wrongly by the server, with what was wrong: each is sent in every run of the
 * tests.
 */
export const keptSeeds: number[] = []
