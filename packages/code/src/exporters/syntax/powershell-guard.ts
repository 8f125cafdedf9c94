/** Ends a script that still contains placeholders before it does anything. */
export const powershellGuard = "throw 'Replace the values in angle brackets, and then delete this line.'"
