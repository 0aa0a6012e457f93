/** Denials that a test or a lesson asks for, as the policies that they stand for. */
import type { Denial, OrganizationPolicy } from './model'

const allowAll: OrganizationPolicy = {
  arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  name: 'FullAWSAccess',
  document: JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  }),
}

const toStatement = ({ actions, principals }: Denial) => ({
  Effect: 'Deny',
  Action: actions,
  Resource: '*',
  ...(principals ? { Condition: { ArnLike: { 'aws:PrincipalArn': principals } } } : {}),
})

/**
 * A level of service control policies, above those of the organization: what it denies is denied
 * by evaluation, with a trace, like everything else.
 */
export const denialLevel = (denials: Denial[]): OrganizationPolicy[] => [
  {
    arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-injected-denial',
    name: 'Injected denial',
    document: JSON.stringify({
      Version: '2012-10-17',
      Statement: denials.map(toStatement),
    }),
  },
  allowAll,
]
