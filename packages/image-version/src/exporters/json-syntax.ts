import { plainText } from '../quoting/refused-character.ts'
import type { LiteralSyntax } from './literal-lines.ts'

/** How JSON writes values; throws `RefusedCharacter`. */
export const jsonSyntax: LiteralSyntax = {
  object: ['{', '}'],
  list: ['[', ']'],
  key: (name) => `${JSON.stringify(plainText(name))}: `,
  text: (value) => JSON.stringify(plainText(value)),
  boolean: String,
  between: ',',
  betweenItems: ',',
}
