import { examine } from './connection/doctor.ts'

const isWell = await examine({ ...process.env }, (line) => process.stdout.write(`${line}\n`))
process.exitCode = isWell ? 0 : 1
