import { createTestIdentityProvider } from '~/engine'
import { expect, pb, test } from './kit'
import { askWhy, expectProblem, heading, row } from './utils'

const ENTITY = 'https://idp.example.com'

test('an OpenID Connect provider is added, used by a role, and deleted', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', path: pb.identityProviders() })
  await expect(page.getByText('This account has no identity providers.')).toBeVisible()
  await page.getByRole('link', { name: 'Add provider' }).first().click()
  await page.getByRole('radio', { name: 'OpenID Connect' }).check()
  await page.getByLabel('Provider URL').fill('https://token.actions.githubusercontent.com')
  await page.getByLabel('Audience').fill('sts.amazonaws.com')
  await page.getByRole('button', { name: 'Add provider' }).click()
  await expect(page).toHaveFlash('token.actions.githubusercontent.com added.')
  const provider = row(page, 'token.actions.githubusercontent.com')
  await expect(provider).toContainText('OpenID Connect')

  await provider.getByRole('link').click()
  await expect(heading(page, 'token.actions.githubusercontent.com')).toBeVisible()
  await page.getByRole('button', { name: 'Add audience' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add audience' })
  await dialog.getByRole('textbox', { name: 'Audience' }).fill('games')
  await dialog.getByRole('button', { name: 'Add audience' }).click()
  await expect(row(page, 'games')).toBeVisible()
  await page.getByRole('button', { name: 'Remove audience games' }).click()
  await expect(row(page, 'games')).toBeHidden()

  await page.getByRole('link', { name: 'Assign role' }).click()
  await expect(page.getByRole('radio', { name: 'Web identity' })).toBeChecked()
  await u.goTo(pb.identityProviders())
  await page.getByRole('radio', { name: /^Select provider token/ }).check()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('confirm')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(provider).toBeHidden()
})

test('a SAML provider is made from the file that it issued', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.identityProviderCreate() })
  await page.getByLabel('Provider name').fill('Corporate')
  const metadata = createTestIdentityProvider().metadata(ENTITY)
  const file = { name: 'idp.xml', mimeType: 'text/xml', buffer: Buffer.from(metadata) }
  await page.getByRole('button', { name: 'Choose file' }).setInputFiles(file)
  await page.getByRole('button', { name: 'Add provider' }).click()
  await page.getByRole('link', { name: 'View provider' }).click()
  await expect(heading(page, 'Corporate')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Metadata document' })).toContainText(
    `entityID="${ENTITY}"`
  )
})

test('what IAM would refuse is named beside its field', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: pb.identityProviderCreate() })
  await page.getByLabel('Provider name').fill('My provider')
  await page.getByRole('button', { name: 'Add provider' }).click()
  await expectProblem(page.getByLabel('Provider name'), 'invalid characters')
  await expect(page.getByText('Choose the metadata document')).toBeVisible()
  await page.getByRole('radio', { name: 'OpenID Connect' }).check()
  await page.getByLabel('Provider URL').fill('http://example.com')
  await expectProblem(page.getByLabel('Provider URL'), 'must begin with https://')
})

test('who may not add a provider is told why, and keeps the form', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', path: pb.identityProviderCreate() })
  await page.getByRole('radio', { name: 'OpenID Connect' }).check()
  await page.getByLabel('Provider URL').fill('https://id.example.com')
  await page.getByLabel('Audience').fill('games')
  await page.getByRole('button', { name: 'Add provider' }).click()
  await expect(page.getByText('Failed to add the provider.')).toBeVisible()
  await expect(page.getByLabel('Audience')).toHaveValue('games')
  await askWhy(page, 'iam:CreateOpenIDConnectProvider')
})

test('a list of providers that is refused says so', async ({ page, u }) => {
  await u.start({ as: 'user/Alex', path: pb.identityProviders() })
  const denied = page.getByText("You don't have permission to iam:ListSAMLProviders")
  await expect(denied).toBeVisible()
})

test('a provider that is not there is said so', async ({ page, u }) => {
  const arn = 'arn:aws:iam::111122223333:oidc-provider/nobody.example.com'
  await u.start({ as: 'user/Admin', path: pb.identityProvider(arn) })
  await expect(heading(page, 'Not found')).toBeVisible()
})
