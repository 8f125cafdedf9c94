import { expectAxeClean } from '../support/axe-clean.ts'
import { compute, expect, signIn, test } from '../support/portal.ts'

test('the page of a version that Azure does not have offers the way to its definition alone', async ({
  page,
  portal,
}) => {
  const id = `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web/versions/9.9.9`
  await signIn(page, portal, 'Ada', `/image-version?${new URLSearchParams({ id })}`)
  const toDefinition = page.getByRole('link', { name: 'Go to image definition' })
  await expect(toDefinition).toBeVisible()
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: /Update|Create/ })).toHaveCount(0)
  await expect(main.getByRole('button', { name: /Delete/ })).toHaveCount(0)
  await expectAxeClean(page, 'missing version')
  await toDefinition.click()
  await expect(page.getByRole('heading', { name: 'ubuntu-web', exact: true })).toBeVisible()
})
