/** Ends a script that still has placeholders in it before it does anything. */
export const powershellGuard = "throw 'Put your own values in place of those in angle brackets, then delete this line.'"
