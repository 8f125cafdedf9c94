/** The guards of promises S01 to S46. @type {import('../guards.mjs').guards} */
export const attacks = []
