/**
 * The step that adds a row's `age` by Azure's own clock, from an expression for a date in ISO 8601. The age is one of
 * portal-api's. https://learn.microsoft.com/kusto/query/ago-function
 */
export function ageSteps(date: string): string[] {
  return [
    `extend since = todatetime(${date})`,
    `extend age = case(isnull(since), 'unknown', since > ago(30d), 'month', since > ago(90d), 'quarter',
    since > ago(365d), 'year', 'older')`,
  ]
}
