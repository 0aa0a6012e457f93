import { createTestIdentityProvider, expect, test } from './kit'
import { expectProblem } from './utils'

const ENTITY = 'https://idp.example.com'
const ISSUER = 'token.actions.githubusercontent.com'

test.use({ as: 'user/Admin' })

test('an OpenID Connect provider is added, used by a role, and deleted', async ({
  iam,
  page,
}) => {
  const { identityProviders } = iam
  await identityProviders.open()
  await expect(page.getByText('This account has no identity providers.')).toBeVisible()
  const form = await identityProviders.add()
  await form.addOpenIdConnect({ url: `https://${ISSUER}`, audience: 'sts.amazonaws.com' })
  await expect(page).toHaveFlash(`${ISSUER} added.`)
  await expect(identityProviders.row(ISSUER)).toContainText('OpenID Connect')

  const provider = await identityProviders.openProvider(ISSUER)
  await expect(provider.heading).toHaveText(ISSUER)
  await provider.addAudience('games')
  await expect(provider.row('games')).toBeVisible()
  await provider.removeAudience('games')
  await expect(provider.row('games')).toBeHidden()

  await page.getByRole('link', { name: 'Assign role' }).click()
  await expect(page.getByRole('radio', { name: 'Web identity' })).toBeChecked()
  await identityProviders.open()
  await identityProviders.delete(ISSUER)
  await expect(identityProviders.row(ISSUER)).toBeHidden()
})

test('a SAML provider is made from the file that it issued', async ({ iam, page }) => {
  await iam.addProvider.open()
  const metadata = createTestIdentityProvider().metadata(ENTITY)
  await iam.addProvider.addSaml({ name: 'Corporate', metadata })
  await page.getByRole('link', { name: 'View provider' }).click()
  const arn = 'arn:aws:iam::111122223333:saml-provider/Corporate'
  const provider = iam.identityProvider(arn)
  await expect(provider.heading).toHaveText('Corporate')
  await expect(provider.metadata).toContainText(`entityID="${ENTITY}"`)
  await provider.delete()
  await expect(page).toHaveFlash('Corporate deleted.')
})

test('what IAM would refuse is named beside its field', async ({ iam, page }) => {
  const form = await iam.addProvider.open()
  await form.name.fill('My provider')
  await form.submit()
  await expectProblem(form.name, 'invalid characters')
  await expect(page.getByText('Choose the metadata document')).toBeVisible()
  await form.chooseType('OpenID Connect')
  await form.url.fill('http://example.com')
  await expectProblem(form.url, 'must begin with https://')
})

test('who may not add a provider is told why, and keeps the form', async ({
  iam,
  page,
  u,
}) => {
  await u.start({ as: 'user/Stuart' })
  const form = await iam.addProvider.open()
  await form.addOpenIdConnect({ url: 'https://id.example.com', audience: 'games' })
  await expect(page.getByText('Failed to add the provider.')).toBeVisible()
  await expect(form.audience).toHaveValue('games')
  await form.why('iam:CreateOpenIDConnectProvider')
})

test('a list of providers that is refused says so', async ({ iam, u }) => {
  await u.start({ as: 'user/Alex' })
  await iam.identityProviders.open()
  await expect(iam.identityProviders.error).toContainText(
    "You don't have permission to iam:ListSAMLProviders"
  )
})

test('a provider that is not there is said so', async ({ iam }) => {
  const arn = 'arn:aws:iam::111122223333:oidc-provider/nobody.example.com'
  const provider = await iam.identityProvider(arn).open()
  await expect(provider.heading).toHaveText('Not found')
})
