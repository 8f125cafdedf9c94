// npm run test:slowest -- 40: the slowest tests of the last "npm test" and why each takes long; a hundred without a
// number.
import { reasonOf, slowestFirst } from './slowest.mjs'
import { readReports } from './steps.mjs'

const tests = slowestFirst(readReports())
const count = Number(process.argv[2] ?? 100)
for (const { title, file, ms } of tests.slice(0, count)) {
  console.log(`${(ms / 1000).toFixed(1).padStart(6)} s  ${file}: ${title}`)
  console.log(`          ${reasonOf(file) ?? 'no reason is known: add its group to scripts/test/slow-groups.mjs'}`)
}
const seconds = (some) => Math.round(some.reduce((sum, { ms }) => sum + ms, 0) / 1000)
console.log(`${seconds(tests.slice(0, count))} s of the ${seconds(tests)} s of ${tests.length} tests`)
