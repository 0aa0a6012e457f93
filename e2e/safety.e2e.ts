import { upload } from './demo-steps'
import { expect, pb, test } from './kit'
import { heading, ROLE, statement, writePolicy } from './utils'

const MARKUP = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`

const TRUST = JSON.stringify(
  statement({ Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' })
)

test('a description that looks like markup is shown as it was typed', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', scenario: 'stuart-with-role', path: pb.role(ROLE) })
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Description').fill(MARKUP)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText(MARKUP)).toBeVisible()
  await expect(page).toHaveTitle(/RoleS3FullAccess/)
})

test('a file with a name like markup is listed and deleted by that name', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', path: pb.bucket('team-photos') })
  const name = `<img src=x onerror=alert(1)>.txt`
  await upload(page, name, 'harmless')
  await page.getByRole('checkbox', { name: `Select object ${name}` }).check()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText(name)
})

test('a display name in a link is text, and a colour is one of five', async ({
  page,
  u,
}) => {
  const link = {
    account: '111122223333',
    roleName: ROLE,
    displayName: '<b>Stuart</b>',
    color: 'red;background:url(x)',
  }
  await u.start({
    as: 'user/Stuart',
    scenario: 'stuart-with-role',
    path: pb.switchRole(link),
  })
  await page.getByRole('button', { name: 'Switch Role' }).click()
  await expect(page.getByText('<b>Stuart</b>').first()).toBeVisible()
})

test('an address with markup is quoted', async ({ page, u }) => {
  await u.start({ as: 'user/Admin', path: `/${encodeURIComponent(MARKUP)}` })
  await expect(page.getByText('There is no page at this address')).toBeVisible()
  await expect(page).toHaveTitle(/Console Home/)
})

test('a way out of the console is not followed after signing in', async ({ page, u }) => {
  await u.start({ path: pb.signIn({ next: '//example.com/' }) })
  await page.getByRole('button', { name: 'Sign in as Admin' }).click()
  await expect(heading(page, 'Console Home')).toBeVisible()
})

test('a malformed policy never reaches the world', async ({ page, u }) => {
  const path = pb.roleTrustPolicyEdit(ROLE)
  await u.start({ as: 'user/Admin', scenario: 'stuart-with-role', path })
  const before = await u.call('iam:GetRole', { RoleName: ROLE })
  await writePolicy(page, 'Trust policy', '{ "Statement": [')
  await page.getByRole('button', { name: 'Update policy' }).click()
  await expect(page.getByText('Failed to update trust policy.')).toBeVisible()
  expect(await u.call('iam:GetRole', { RoleName: ROLE })).toEqual(before)

  const malformed = ['', '[]', '{"Statement":{}}', TRUST.replace('Allow', 'Perhaps')]
  for (const PolicyDocument of malformed) {
    const update = u.call('iam:UpdateAssumeRolePolicy', {
      RoleName: ROLE,
      PolicyDocument,
    })
    await expect(update).rejects.toThrow(/MalformedPolicyDocument|ValidationError/)
  }
  expect(await u.call('iam:GetRole', { RoleName: ROLE })).toEqual(before)
})

test('the policy of the page lets no foreign code run', async ({
  page,
  u,
  expectNoise,
}) => {
  expectNoise(/Content Security Policy|asked another origin/)
  await u.start()
  const policy = await page.evaluate(
    () => document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? ''
  )
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toContain('unsafe')
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = "document.title = 'run'"
    document.head.append(script)
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
  })
  await expect(page.evaluate(() => fetch('https://example.com/'))).rejects.toThrow()
  await expect(page).not.toHaveTitle('run')
})

test('the page is served with its policy as a header too', async ({ request }) => {
  const headers = (await request.get('/')).headers()
  expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
})
