import { describe, expect, it } from 'vitest'
import { putRefused, type RefusedPut } from '../../testing/versions.ts'

const names: RefusedPut[] = ['1.0', '1.0.0.0', 'v1.0.0', '1.0.2147483648', '1..0'].map((name) => [
  `the version name ${name}`,
  () => ({ name }),
  'InvalidParameter',
  'The image version name is invalid. The image version name should follow Major(int).Minor(int).Patch(int) format',
])

describe('the name of a version', () => {
  it.each(names)('is refused: %s', async (_, parts, code, message) => {
    const answer = await putRefused(parts)
    expect(answer).toMatchObject({ status: code === 'OperationNotAllowed' ? 409 : 400, code, leftBehind: 0 })
    expect(answer.message).toContain(message)
  })
})
