import * as fc from 'fast-check'

// What opens, closes or escapes something in one language or another.
const marks =
  '\' " ` \\ $ ${ $${ $$ %{ %%{ {{ }} {% {# } $( ! # // */ [ ] < > @ - = , : ; & | ‘ ’ ‚ ‛ “ ” „ null \\u0041 \\n'.split(
    ' ',
  )

const fragment = fc.oneof(
  fc.constantFrom(...marks, ' '),
  fc.string({ minLength: 1, maxLength: 4 }),
  fc.constantFrom('é', '日本', 'ß', '🙂'),
)

/** A thousand names of characters that mean something in one language or another. */
export function thousandNames(): { names: string[]; seed: number } {
  const seed = Date.now()
  const name = fc.array(fragment, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))
  return { names: fc.sample(name, { numRuns: 1000, seed }), seed }
}
