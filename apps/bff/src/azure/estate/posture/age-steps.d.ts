/**
 * The step that adds a row's `age` by Azure's own clock, from an expression for a date in ISO 8601. The age is one of
 * portal-api's. https://learn.microsoft.com/kusto/query/ago-function
 */
export declare function ageSteps(date: string): string[]
