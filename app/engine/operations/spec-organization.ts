/** What specs of organizations begin with: a management account, a member, and an admin in each. */
import type { Organization } from '../model'
import { allow, AWAY, HOME, specCloud, userArn } from '../spec-cloud'

export const ORGANIZATION = 'o-a1b2c3d4e5'

const full = {
  arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  name: 'FullAWSAccess',
  document: allow('*'),
}

export const organizationOf = (more: Partial<Organization> = {}): Organization => ({
  id: ORGANIZATION,
  managementAccount: HOME,
  accounts: { [HOME]: { path: [] }, [AWAY]: { path: ['ou-a1b2-work'] } },
  scps: { root: [full], 'ou-a1b2-work': [full], [HOME]: [full], [AWAY]: [full] },
  rcps: {},
  trustedServices: ['iam.amazonaws.com'],
  ...more,
})

/** `HOME` manages the organization, `AWAY` is in it. */
export async function organizationCloud(more?: Partial<Organization>) {
  const spec = specCloud()
  const { cloud } = spec
  for (const account of [HOME, AWAY]) {
    const { iam } = spec.root(account)
    await iam.createUser({ UserName: 'Admin' })
    const PolicyDocument = allow('*')
    await iam.putUserPolicy({ UserName: 'Admin', PolicyName: 'all', PolicyDocument })
  }
  const change = (organization: Organization | undefined) => {
    const { organization: _, ...world } = cloud.world
    cloud.replace({ ...world, ...(organization ? { organization } : {}) })
  }
  change(organizationOf(more))
  return {
    ...spec,
    change,
    admin: (account = HOME) => spec.client(userArn('Admin', account)),
  }
}
