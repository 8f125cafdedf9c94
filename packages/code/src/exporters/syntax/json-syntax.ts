import { visibleText } from '@portal/arm'
import type { LiteralSyntax } from './literal-lines.ts'

/** How JSON writes values; throws `RefusedCharacter`. */
export const jsonSyntax: LiteralSyntax = {
  object: ['{', '}'],
  list: ['[', ']'],
  key: (name) => `${JSON.stringify(visibleText(name))}: `,
  assign: ': ',
  text: (value) => JSON.stringify(visibleText(value)),
  boolean: String,
  between: ',',
  betweenItems: ',',
}
