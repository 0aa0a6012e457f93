/** Tripwires: every member of the contract `understudy.e2e/v1` is there and keeps its promise. */
import { expect, pb, test } from './kit'
import { accountMenu, askWhy, heading, OPAQUE, ROLE, row, switchRole } from './utils'

const withRole = { scenario: 'stuart-with-role' }
const CONTRACT = 'understudy.e2e/v1'

test('the hook has the members of its contract and no others', async ({ page, u }) => {
  await u.start()
  const members = await page.evaluate(() => {
    const shapeOf = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !(value instanceof Promise)
        ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, shapeOf(v)]))
        : typeof value
    return shapeOf(window.__understudy__)
  })
  expect(members).toEqual({
    contract: 'string',
    app: 'string',
    ready: 'object',
    idle: 'function',
    reset: 'function',
    state: {
      export: 'function',
      import: 'function',
      patch: 'function',
      hash: 'function',
      pack: 'function',
    },
    as: 'function',
    call: 'function',
    decide: 'function',
    check: 'function',
    clock: { now: 'function', set: 'function', advance: 'function', run: 'function' },
    faults: { set: 'function', clear: 'function', pause: 'function' },
    log: { list: 'function', on: 'function', refusals: 'function' },
    places: 'function',
    goTo: 'function',
  })
  expect(await page.evaluate(() => window.__understudy__.contract)).toBe(CONTRACT)
})

test('as() signs in and takes up a role, and the page follows', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', ...withRole, path: pb.buckets() })
  await u.as('user/Stuart', `role/${ROLE}`)
  await expect(accountMenu(page)).toContainText(ROLE)
  await expect(page.getByRole('link', { name: 'finance-reports' })).toBeVisible()
})

test('call() goes through the engine, and a page shows what it did', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Admin', path: pb.buckets() })
  await u.call('s3:CreateBucket', { Bucket: 'made-by-api' })
  await expect(row(page, 'made-by-api')).toBeVisible()
  const refused = u.call('s3:ListBuckets', {}, 'user/Stuart')
  await expect(refused).rejects.toThrow('AccessDenied')
  await expect(u.call('iam:Frobnicate')).rejects.toThrow(
    'there is no operation iam:Frobnicate'
  )
})

test('decide() answers without changing anything', async ({ u }) => {
  await u.start(withRole)
  const before = await u.state.hash()
  const refused = await u.decide('user/Stuart', 's3:ListAllMyBuckets')
  expect(refused.verdict).toBe('ImplicitDeny')
  expect(refused.why).toContain('No identity-based policy of user Stuart allows')
  expect(refused.trace.length).toBeGreaterThan(0)
  const via = { user: 'user/Stuart', via: `role/${ROLE}` }
  expect((await u.decide(via, 's3:ListAllMyBuckets')).verdict).toBe('Allow')
  await expect(u).toAllowAssume('user/Stuart', `role/${ROLE}`)
  await expect(u).toDenyAssume('user/Alex', `role/${ROLE}`)
  expect(await u.state.hash()).toBe(before)
})

test('check() answers assertions with a reason, and refuses what is none', async ({
  u,
}) => {
  await u.start({ as: 'user/Stuart', ...withRole, path: pb.roles() })
  await expect(u).toHave(`role/${ROLE}`)
  await expect(u).toHave('user/Stuart', { UserName: 'Stuart' })
  await expect(u).toBeSo({ session: { user: 'user/Stuart' } })
  await expect(u).toBeSo({ at: { route: '/iam/roles', hotspot: 'iam.roles.create' } })
  await expect(u).not.toBeSo({ can: 'user/Stuart', do: 's3:ListAllMyBuckets' })
  const misspelt = u.check({ exist: 'user/Stuart' } as never)
  await expect(misspelt).rejects.toThrow('assert: an assertion has one of')
})

test.describe('reset()', () => {
  test('starts another scenario, and signs out', async ({ page, u }) => {
    await u.start({ as: 'user/Admin' })
    await u.reset('federation')
    await expect(heading(page, 'IAM user sign in')).toBeVisible()
    await expect(page.getByText('An account with a SAML provider')).toBeVisible()
  })

  test('takes changes to a scenario, and what else a world begins with', async ({
    page,
    u,
  }) => {
    await u.start()
    const users = [{ name: 'Rosa', attached: ['IAMReadOnlyAccess'] }]
    await u.reset(
      { extends: 'stuart', accounts: [{ id: '111122223333', users }] },
      { as: 'user/Rosa', time: '2027-01-01T00:00:00Z' }
    )
    await u.goTo(pb.users())
    await expect(row(page, 'Rosa')).toBeVisible()
    await expect(accountMenu(page)).toContainText('Rosa')
    expect(await u.clock.now()).toBe('2027-01-01T00:00:00.000Z')
  })

  test('gives the same world each time', async ({ u }) => {
    await u.start()
    await u.reset('busy')
    const first = await u.state.hash()
    await u.call('iam:CreateUser', { UserName: 'New' }, 'root')
    expect(await u.state.hash()).not.toBe(first)
    await u.reset('busy')
    expect(await u.state.hash()).toBe(first)
  })

  test('refuses a patch with the place of what is wrong', async ({ u }) => {
    await u.start()
    const users = [{ name: 'Rosa', groups: ['none'] }]
    const patch = { accounts: [{ id: '111122223333', users }] }
    await expect(u.reset(patch)).rejects.toThrow('no group is named none')
  })
})

test.describe('state', () => {
  test('goes out and comes in again, and who is signed in stays so', async ({
    page,
    u,
  }) => {
    await u.start({ as: 'user/Admin', path: pb.users() })
    const world = await u.state.export()
    const hash = await u.state.hash()
    await u.call('iam:CreateUser', { UserName: 'New' })
    await expect(row(page, 'New')).toBeVisible()
    await u.state.import(world)
    await expect(row(page, 'New')).toBeHidden()
    await expect(accountMenu(page)).toContainText('Admin')
    await expect(u).not.toHave('user/New')
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is not taken when it is none, and the world stays', async ({ u }) => {
    await u.start()
    const before = await u.state.hash()
    await expect(u.state.import({ schema: 'understudy.world/v1' })).rejects.toThrow(
      'this is no world: rules'
    )
    expect(await u.state.hash()).toBe(before)
  })

  test('is patched while it is lived in', async ({ page, u }) => {
    await u.start({ as: 'user/Admin', path: pb.users() })
    await u.state.patch({ accounts: [{ id: '111122223333', users: [{ name: 'Rosa' }] }] })
    await expect(row(page, 'Rosa')).toBeVisible()
    await expect(accountMenu(page)).toContainText('Admin')
  })

  test('is packed into a link that opens the same situation', async ({ page, u }) => {
    await u.start({ as: 'user/Stuart', ...withRole })
    await u.call('iam:CreateUser', { UserName: 'Packed' }, 'user/Admin')
    await u.as('user/Stuart', `role/${ROLE}`)
    const packed = await u.state.pack()
    const link = `${pb.buckets()}#s=${packed}`
    await page.goto('about:blank')
    await page.goto(link)
    await u.settled()
    await expect(accountMenu(page)).toContainText(ROLE)
    await expect(u).toHave('user/Packed')
  })

  test('in a link that was cut short is an error that says so', async ({ page }) => {
    await page.goto(`${pb.buckets()}#s=abc`)
    await expect(page.getByText('This link is not complete')).toBeVisible()
  })
})

test('the clock stands where it is put, and a session ends when its time is up', async ({
  page,
  u,
}) => {
  await u.start({
    as: 'user/Stuart',
    ...withRole,
    via: `role/${ROLE}`,
    path: pb.buckets(),
    time: '2026-03-01T08:00:00Z',
  })
  expect(await u.clock.now()).toBe('2026-03-01T08:00:00.000Z')
  await u.clock.advance(90 * 60 * 1000)
  expect(await u.clock.now()).toBe('2026-03-01T09:30:00.000Z')
  await page.getByRole('button', { name: 'Refresh buckets' }).click()
  await expect(page.getByText('Your session has expired')).toBeVisible()
  await page.getByRole('button', { name: 'Switch back' }).click()
  await expect(accountMenu(page)).toContainText('Stuart')
})

test('the clock can be set, and run', async ({ u }) => {
  await u.start()
  await u.clock.set('2026-05-01T00:00:00Z')
  expect(await u.clock.now()).toBe('2026-05-01T00:00:00.000Z')
  await u.clock.run()
  await expect.poll(() => u.clock.now()).not.toBe('2026-05-01T00:00:00.000Z')
})

test('the log tells calls by name, caller and outcome', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart', path: pb.buckets() })
  await expect(page.getByText("You don't have permissions to list buckets")).toBeVisible()
  const denied = await u.log.list({ call: 's3:ListBuckets', outcome: 'denied' })
  expect(denied[0]).toMatchObject({ errorCode: 'AccessDenied' })
  expect(await u.log.list({ call: 's3:ListBuckets', by: 'user/Admin' })).toEqual([])
  const [refusal] = await u.log.refusals()
  expect(refusal?.why).toContain('No identity-based policy of user Stuart')
})

test('the log calls back with what happens from now on', async ({ page, u }) => {
  await u.start({ as: 'user/Admin' })
  const heard = await page.evaluate(async () => {
    const names: string[] = []
    const { log, call } = window.__understudy__
    const stop = log.on((event) => names.push(event.eventName))
    await call('iam:CreateUser', { UserName: 'A' })
    stop()
    await call('iam:CreateUser', { UserName: 'B' })
    return names
  })
  expect(heard.filter((name) => name === 'CreateUser')).toHaveLength(1)
})

test('places() lists the named spots of the page', async ({ u }) => {
  await u.start({ as: 'user/Admin', path: pb.roles() })
  const places = await u.places()
  expect(places).toContainEqual({
    id: 'iam.roles.create',
    role: 'link',
    name: 'Create role',
  })
  expect(places.map(({ id }) => id)).not.toContain('iam.users.create')
})

test('idle() waits for a call that is under way', async ({ page, u }) => {
  await u.start({ as: 'user/Admin' })
  const pause = await u.faults.pause('iam:ListRoles')
  const going = u.goTo(pb.roles())
  await pause.hit()
  await expect(page.locator('html')).not.toHaveAttribute('data-u-busy', '0')
  await pause.resume()
  await going
  await expect(page.locator('html')).toHaveAttribute('data-u-busy', '0')
  await expect(row(page, 'BreakGlass')).toBeVisible()
})

test('the page says by attributes what it is ready for, where it is and who is in it', async ({
  page,
  u,
}) => {
  await u.start({ as: 'user/Stuart', ...withRole, path: pb.roles() })
  const root = page.locator('html')
  await expect(root).toHaveAttribute('data-u-ready', 'true')
  await expect(root).toHaveAttribute('data-u-route', '/iam/roles')
  await expect(root).toHaveAttribute('data-u-session', 'user/Stuart')
  await u.as('user/Stuart', `role/${ROLE}`)
  await expect(root).toHaveAttribute('data-u-session', `role/${ROLE}`)
  const create = page.getByRole('link', { name: 'Create role' })
  await expect(create).toHaveAttribute('data-u-place', 'iam.roles.create')
})

test('a refusal keeps its trace for whoever asks why', async ({ page, u }) => {
  await u.start({ as: 'user/Stuart' })
  await switchRole(page, 'BreakGlass')
  await expect(page.getByText(OPAQUE)).toBeVisible()
  const refusals = await u.log.refusals()
  expect(refusals.at(-1)?.why).toContain('trust policy of BreakGlass')
  await askWhy(page, 'sts:AssumeRole')
})
