/** The guards of what operators rely on: S70 to S79 and F50. @type {import('../guards.mjs').guards} */
export const operators = [
  {
    finding: 'F50',
    about: 'a line that can’t be written ends the process',
    file: 'apps/bff/src/process/line-output.ts',
    text: 'if (!passes([line]) && interruption !== undefined) interruption.lost += 1',
    without: 'pass([line])',
    tests: ['apps/bff/src/process/lost-log.test.ts'],
  },
  {
    finding: 'S74',
    about: 'a change is sent though its line could not be written',
    file: 'apps/bff/src/audit/audit-log.ts',
    text: 'throw new ChangeNotRecorded({ cause })',
    without: 'void cause',
    tests: ['apps/bff/src/process/lost-log.test.ts'],
  },
  {
    finding: 'S75',
    about: 'the outcome of a change is lost if it can’t be written at once',
    file: 'apps/bff/src/process/line-output.ts',
    text: 'kept.push(line)',
    without: '',
    tests: ['apps/bff/src/process/lost-log.test.ts'],
  },
  {
    finding: 'S76',
    about: 'Express answers with the stack what the answer to an error failed on',
    file: 'apps/bff/src/refusals/problem.ts',
    text: 'if (response.headersSent) return void response.destroy()',
    without: 'throw _error',
    tests: ['apps/bff/src/refusals/problem.test.ts'],
  },
]
