/**
 * Whether one of the patterns covers an action: `Microsoft.Compute/galleries/*` covers everything below galleries.
 * Neither case nor the number of segments that a `*` stands for matters.
 */
export function actionMatcher(patterns: string[]): (action: string) => boolean {
  if (patterns.length === 0) return () => false
  const alternatives = patterns.map((pattern) => pattern.replaceAll('.', String.raw`\.`).replaceAll('*', '.*'))
  const compiled = new RegExp(`^(?:${alternatives.join('|')})$`, 'i')
  return (action) => compiled.test(action)
}
