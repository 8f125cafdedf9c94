/**
 * Seeds whose requests once got a wrong response from the server, with what was wrong: each test run sends them all.
 */
export const storedSeeds: number[] = []
