/** Ends a script that still has placeholders in it before it does anything. */
export const powershellGuard = "throw 'Replace the values in angle brackets, and then delete this line.'"
