import { errorAt, type ImageVersionPlan, type Issue } from '@portal/image-version'

const maxTags = 50
const maxNameLength = 512
const maxValueLength = 256
const forbiddenInNames = /[<>%&\\?/]/

// Up to 50 tags; names of up to 512 characters without < > % & \ ? /, compared without case; values of up to 256. A row
// with neither name nor value is unused.
// https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources
export function tagIssues({ tags }: Pick<ImageVersionPlan, 'tags'>): Issue[] {
  const names = tags.map(({ name }) => name.toLowerCase())
  const rows = tags.flatMap(({ name, value }, index) => {
    const path = ['tags', index, 'name']
    if (name === '') return value === '' ? [] : [errorAt(path, 'TagNameRequired', {})]
    return [
      ...(name.trim() === '' || forbiddenInNames.test(name) ? [errorAt(path, 'TagNameInvalid', { name })] : []),
      ...(names.indexOf(name.toLowerCase()) < index ? [errorAt(path, 'TagNameDuplicate', { name })] : []),
      ...(name.length > maxNameLength ? [errorAt(path, 'TagTooLong', { name, max: maxNameLength })] : []),
      ...(value.length > maxValueLength
        ? [errorAt(['tags', index, 'value'], 'TagTooLong', { name, max: maxValueLength })]
        : []),
    ]
  })
  const count = names.filter((name) => name !== '').length
  return count > maxTags ? [...rows, errorAt(['tags'], 'TooManyTags', { max: maxTags })] : rows
}
