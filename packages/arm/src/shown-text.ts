import * as z from 'zod/mini'

/** A text of a file as it is shown: one line, without characters that are not seen or that turn what follows. */
export const shownText = (most: number) =>
  z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(most),
      z.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+$/u),
    )

/** The name of what a file holds. */
export const shownName = shownText(80)
