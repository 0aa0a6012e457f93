/** The kit as somebody else uses it: the demo by page objects, and what its matchers say. */
import { expect, test } from './kit'

test.use({ scenario: 'stuart', as: 'user/Admin', time: '2026-01-15T09:00:00Z' })

const ACCOUNT = '111122223333'
const ROLE = 'RoleS3FullAccess'
const role = `arn:aws:iam::${ACCOUNT}:role/${ROLE}`

test('only Stuart can take the role, and it replaces what he had', async ({
  iam,
  s3,
  account,
  page,
  u,
}) => {
  await iam.roles.open()
  const wizard = await iam.roles.create()
  await wizard.trustAccount('this')
  await wizard.attach('AmazonS3FullAccess')
  const made = await wizard.finish({ name: ROLE })
  await expect(page).toHaveFlash(`Role ${ROLE} created.`)
  await expect(u).toAllowAssume('user/Alex', `role/${ROLE}`)

  await made.trust.edit((json) => json.replace(':root', ':user/Stuart'))
  await expect(page).toHaveFlash(/Trust policy updated/)
  await iam.user('Stuart').createInlinePolicy('AssumeRoleS3', {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: role }],
  })
  await expect(page).toHaveFlash('Policy AssumeRoleS3 created.')
  await expect(u).toAllowAssume('user/Stuart', `role/${ROLE}`)
  await expect(u).toDenyAssume('user/Alex', `role/${ROLE}`)

  await account.signInAs('user/Stuart')
  await s3.open()
  await expect(s3.buckets.error).toBeVisible()
  await account.switchRole({ account: ACCOUNT, role: ROLE })
  await expect(s3.buckets.row('finance-reports')).toBeVisible()
  await iam.roles.open()
  await expect(iam.roles.error).toContainText('iam:ListRoles')
  await account.switchBack()
  await expect(u).toDeny('user/Stuart', 's3:PutObject', 'arn:aws:s3:::finance-reports/q1')
})

test('a new role is not assumable until it has propagated', async ({ account, iam, u }) => {
  await u.start({ scenario: 'stuart-with-role', consistency: { enforce: 12_000 } })
  await u.clock.advance(12_000)
  await iam.role(ROLE).trust.edit((json) => json.replace('user/Stuart', 'user/Alex'))
  await account.signInAs('user/Alex')
  await account.switchRole({ account: ACCOUNT, role: ROLE })
  await expect(account.switchRoleError).toBeVisible()
  await u.clock.advance(12_000)
  await account.submitSwitchRole()
  await expect(account.menu).toContainText(ROLE)
})

test('the wizard for roles goes on from the step that a link opens', async ({ iam, u }) => {
  const link = { trustedEntityType: 'AWS_ACCOUNT', step: 'review' }
  const atReview = await iam.createRole(link).open()
  await atReview.finish({ name: 'Linked' })
  await expect(u).toHave('role/Linked')
  const back = await iam.createRole(link).open()
  await back.attach('AmazonS3ReadOnlyAccess')
  const role = await back.finish({ name: 'Reader' })
  await role.open()
  await expect(role.policy('AmazonS3ReadOnlyAccess')).toBeVisible()
  const blank = await iam.createRole().open()
  await blank.trustPolicy('{')
  await expect(blank.finish({ name: 'Never' })).rejects.toThrow('does not leave step 1')
})

test('users, groups and policies are made by their pages', async ({ iam, page, u }) => {
  await iam.users.open()
  const wizard = await iam.users.create()
  const user = await wizard.finish({ name: 'Robot', policies: ['AmazonS3ReadOnlyAccess'] })
  await expect(u).toAllow('user/Robot', 's3:ListAllMyBuckets')
  await user.attach('AmazonSQSReadOnlyAccess')
  await expect(user.policy('AmazonSQSReadOnlyAccess')).toBeVisible()
  await iam.groups.create({ name: 'Players', users: ['Robot'] })
  await expect(u).toHave('group/Players', { Users: ['Robot'] })
  await iam.group('Players').createInlinePolicy('Tidy', {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'iam:DeleteUser', Resource: '*' }],
  })
  await expect(u).toAllow('user/Robot', 'iam:DeleteUser', 'user/Alex')
  await iam.users.open()
  await iam.users.delete('Alex')
  await expect(u).not.toHave('user/Alex')
  await iam.policies.create('ListQueues', {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sqs:ListQueues', Resource: '*' }],
  })
  await expect(u).toHave('policy/ListQueues')
  await iam.policies.open()
  const policy = await iam.policies.openPolicy('AmazonS3FullAccess')
  await expect(policy.heading).toContainText('AmazonS3FullAccess')
  await expect(page).toHaveNoA11yViolations()
})

test('files come and go by their bucket’s page', async ({ s3, u }) => {
  await s3.buckets.create('holiday-pictures')
  await s3.bucket('holiday-pictures').upload('beach.txt', 'sun and sand')
  await expect(u).toHave('bucket/holiday-pictures', { Objects: [{ Key: 'beach.txt' }] })
  await s3.bucket('holiday-pictures').open()
  await expect(s3.buckets.row('beach.txt')).toBeVisible()
})

test('a refusal is explained, and the event history has it', async ({ iam, events, u }) => {
  await u.start({ as: 'user/Alex', path: '/iam/roles' })
  const why = await iam.roles.why('iam:ListRoles')
  await expect(why).toContainText('AssumeAnyRole')
  await u.as('user/Admin')
  await u.call('iam:CreateUser', { UserName: 'New' })
  await events.open()
  await expect(events.row('CreateUser')).toContainText('Admin')
})

test('the log calls the test back', async ({ u }) => {
  await u.start()
  const heard: string[] = []
  const stop = await u.log.on(({ eventName }) => heard.push(eventName))
  await u.call('iam:CreateUser', { UserName: 'A' })
  await expect.poll(() => heard).toContain('CreateUser')
  await stop()
  await u.call('iam:DeleteUser', { UserName: 'A' })
  await u.idle()
  expect(heard).not.toContain('DeleteUser')
})

test.describe('a matcher that fails', () => {
  const messageOf = async (work: Promise<unknown>) =>
    work.then(
      () => 'it passed',
      (error: Error) => error.message
    )

  test('says what the engine decided and why', async ({ u }) => {
    await u.start()
    const list = 's3:ListAllMyBuckets'
    expect(await messageOf(expect(u).toAllow('user/Stuart', list))).toContain(
      'ImplicitDeny: No identity-based policy of user Stuart allows s3:ListAllMyBuckets.'
    )
    expect(await messageOf(expect(u).toDeny('user/Admin', list))).toContain('Allow: ')
    expect(await messageOf(expect(u).not.toAllow('user/Admin', list))).toContain(
      'was not expected to be allowed'
    )
    expect(
      await messageOf(expect(u).toAllowAssume('user/Stuart', 'role/BreakGlass'))
    ).toContain('does not let user Stuart assume the role')
    expect(await messageOf(expect(u).toHave('role/Missing'))).toContain(
      'There is no role/Missing.'
    )
  })

  test('says what it is about', async ({ page, u }) => {
    await u.start()
    // as whoever writes no types may mix them up
    const [wrongWorld, wrongPage] = [page, u] as unknown as [typeof u, typeof page]
    expect(
      await messageOf(expect(wrongWorld).toDeny('user/Stuart', 's3:GetObject'))
    ).toContain('expect(u).toDeny')
    expect(await messageOf(expect(wrongPage).toHaveFlash('Done'))).toContain(
      'expect(page).toHaveFlash'
    )
  })

  test('says that a name is nobody’s', async ({ u }) => {
    await u.start()
    const wrong = expect(u).toDeny('user/Stuart', 's3:GetObjct')
    expect(await messageOf(wrong)).toContain(
      'there is no action s3:GetObjct. Is it meant to be s3:GetObject?'
    )
  })

  test('says what it did not see', async ({ page, u }) => {
    await u.start()
    const seen = expect(page).toHaveFlash('Nothing like it', { timeout: 500 })
    expect(await messageOf(seen)).toContain('expected to show the message Nothing like it')
  })
})

test.describe('a start that goes wrong', () => {
  test('fails with what the page says', async ({ u }) => {
    await expect(u.start({ scenario: 'stuar' })).rejects.toThrow(
      'the console could not start: there is no scenario named stuar'
    )
    await expect(u.start({ as: 'user/Stewart' })).rejects.toThrow('could not start')
  })

  test('and one that is missing is asked for', async ({ u }) => {
    await expect(u.decide('user/Stuart', 's3:GetObject')).rejects.toThrow('u.start()')
    await expect(u.faults.pause('iam:CreateRole')).rejects.toThrow('u.start()')
    await expect(u.as('user/Stuart')).rejects.toThrow('u.start()')
  })
})

test('a save that is refused fails with the reason', async ({ iam, u }) => {
  await u.start({ as: 'user/Admin', scenario: 'stuart-with-role' })
  const spoilt = iam.role(ROLE).trust.edit((json) => json.replace('"Allow"', 'Allow'))
  await expect(spoilt).rejects.toThrow('Failed to update trust policy.')
})
