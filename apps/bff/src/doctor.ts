import { examine, printLine } from './connection-check/doctor.ts'

process.exitCode = (await examine(process.env, printLine)) ? 0 : 1
