import * as z from 'zod/mini'

/** The name of what a file holds, to show: one line, and without characters that turn the direction of what follows. */
export const shownName = z
  .string()
  .check(z.minLength(1), z.maxLength(80), z.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+$/u))
